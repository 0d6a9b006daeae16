"""A member's basket on her phones: what she scanned, what it costs and why, and how it comes to her."""
