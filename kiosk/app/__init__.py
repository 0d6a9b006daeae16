"""Puts the rooms together into one screen."""
