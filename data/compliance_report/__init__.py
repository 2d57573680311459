"""The Reporte de Cumplimiento of a year and the report to Congress, written from the tables."""
