"""Campaigns at the console: begun, looked at, printed and ended."""
