"""Says what a screen lacks, and what to do about it."""
