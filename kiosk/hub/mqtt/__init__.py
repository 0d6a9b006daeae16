"""The hub's line to the broker, and the messages on it."""
