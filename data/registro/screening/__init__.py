"""What keeps data that identify a victim out of the record: of texts and of files."""
