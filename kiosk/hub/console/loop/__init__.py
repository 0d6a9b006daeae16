"""What plays between offers, and on which screens."""
