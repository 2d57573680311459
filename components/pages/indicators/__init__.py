"""The table of the indicators and the sheet of each."""
