"""Official files in, rows of `incidencia` out: read as a stream, refused whole or taken whole."""
