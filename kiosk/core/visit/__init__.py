"""Who comes near, and what a tap comes to."""
