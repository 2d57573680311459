"""Charts as files: a sheet to print, a card to share; no browser draws them."""
