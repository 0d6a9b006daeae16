"""What things cost on the shelf that the screen hangs on, as the hub has the broker keep it."""
