"""What is on the glass, and how it changes."""
