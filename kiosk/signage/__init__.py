"""Loops that a manager fills: folders of files, and the lists of other programs."""
