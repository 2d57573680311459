"""Methodology: rules, contradictions, what was left out, sources."""
