"""What happens when someone acts: thin, and each module has `register(app, store)`."""
