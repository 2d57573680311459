"""Hold the quotes of the contradictions against fingerprints of the documents that they cite."""
