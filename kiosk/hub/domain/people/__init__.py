"""The people of the store: their passwords, and what they do on record."""
