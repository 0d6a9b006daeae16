"""The people of a store: who may sign in to the console, and what they did there."""
