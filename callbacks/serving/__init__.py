"""What stands around every answer: headers, caches, log, counts, the settings of gunicorn."""
