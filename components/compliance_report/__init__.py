"""The reports as documents: a page, JSON, DOCX and PDF, all from one tree of blocks."""
