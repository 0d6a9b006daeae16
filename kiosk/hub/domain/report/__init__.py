"""What a store learns of its week from many, and of nobody."""
