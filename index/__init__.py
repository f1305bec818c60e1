"""A library's holdings: read from any source, kept as records, found by words and by meaning."""
