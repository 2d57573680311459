"""Who reported each period, on time, late or not at all, and what is known before that."""
