"""Measures how fast this machine is, against the smallest program that could do the same."""
