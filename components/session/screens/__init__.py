"""The screens of the room, by subject."""
