"""The report of 2024 through the checks: what they would have met, and hindered wrongly."""
