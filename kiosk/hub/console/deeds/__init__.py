"""What people of the store did at the console and at the terminal, as managers read it."""
