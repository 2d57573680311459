"""The three plans: by axis, by action, by meta, and a page for each commitment."""
