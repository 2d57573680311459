"""The territories: how one is chosen, what is published of each, what nobody publishes."""
