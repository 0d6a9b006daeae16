"""What plays while nobody is near."""
