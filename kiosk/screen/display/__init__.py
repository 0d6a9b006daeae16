"""The window, and the machine's display that it fills."""
