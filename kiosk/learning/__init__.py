"""What the screen learns from what it shows."""
