"""Tells a monitor on this machine how the program is."""
