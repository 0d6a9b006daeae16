"""What was ordered, and is picked up in the store or brought home."""
