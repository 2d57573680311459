"""The free paragraphs of the yearly report: written, checked, reviewed, signed and published."""
