"""What wallets and other systems are told."""
