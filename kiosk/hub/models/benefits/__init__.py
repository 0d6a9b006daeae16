"""What members were given, and by which rules."""
