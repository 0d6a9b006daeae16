"""Members, their conversations, and calls for advice."""
