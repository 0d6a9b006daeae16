"""For how long what is kept, and its going by itself after that."""
