"""What was kept, and what was said about it."""
