"""What is said on a page: as it stands, as it comes in, and that a phone is rung."""
