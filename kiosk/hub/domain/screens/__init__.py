"""What the hub hears of its screens, and what they must know."""
