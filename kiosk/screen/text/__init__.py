"""What the glass says, and how it is written."""
