"""The session: one message per screen, from the live data and the registry of charts."""
