"""What a member allows, how she takes it back, and what may be done by it."""
