"""The pages of the Registro: written by the server, whole without JavaScript."""
