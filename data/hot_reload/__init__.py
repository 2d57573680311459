"""The tables while they change: a folder at one moment, and what the processes share."""
