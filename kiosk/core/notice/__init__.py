"""What the store has to say to everybody."""
