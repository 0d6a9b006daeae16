"""What the screen and a loyalty system say to each other, as plain data."""
