"""Explains why a pass would not install, check by check."""
