"""What members pay for, and what became of it."""
