"""A member's visit: how it begins at the door, what it gathers, and how it ends."""
