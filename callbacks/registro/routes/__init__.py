"""The addresses of the Registro, a module per subject; each adds its own to the server."""
