"""What members did in shop and web, and what follows from it."""
