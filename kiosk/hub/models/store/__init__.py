"""The shop itself: its screens and those who may speak for it, and what they said happened."""
