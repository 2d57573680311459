"""The tables as the public takes them: CSV, JSON, XLSX, ZIP, citations, kept versions."""
