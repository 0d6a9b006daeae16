"""The people of a store: who may sign in to the console, what they did there, and at whom they looked."""
