"""Nearest vectors behind one small port: exact while that is fast enough, then inverted lists."""
