"""How well the ranking would have done on recorded data."""
