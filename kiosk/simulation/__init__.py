"""An hour in a busy shop that never was, for those who want to know how a screen would bear it."""
