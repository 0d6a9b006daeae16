"""Breaks the way from a tap to its booking on purpose, and counts what becomes of the taps."""
