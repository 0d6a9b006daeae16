"""A member's visit on her phone: that she is there, where she could go next, and what she gathered."""
