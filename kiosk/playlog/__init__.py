"""What was on the glass, for how long, why, and what came of it."""
