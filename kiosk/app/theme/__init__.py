"""What the screen wears: chosen from afar, fetched, put on, and kept for the next start."""
