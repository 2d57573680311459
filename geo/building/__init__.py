"""The modules that only `make geo` uses, with packages that the server does not install."""
