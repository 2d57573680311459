"""The report of an entity and period as a workbook: written out, read back, judged like a form."""
