"""What every screen says at once."""
