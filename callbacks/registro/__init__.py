"""The web server of the Registro: its own process, its own host, nothing of the board's."""
