"""What is told to wallets and to other systems."""
