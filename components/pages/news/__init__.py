"""The news: what each version of the data brought."""
