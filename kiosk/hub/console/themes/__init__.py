"""How screens look."""
