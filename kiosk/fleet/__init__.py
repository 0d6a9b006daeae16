"""What a screen says of itself to those who watch over many."""
