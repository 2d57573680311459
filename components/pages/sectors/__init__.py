"""The score card of each sector and of its institutions."""
