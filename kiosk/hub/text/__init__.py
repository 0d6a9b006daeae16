"""What the hub says to people: its phrases, and times and amounts as they are written."""
