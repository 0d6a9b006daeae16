"""What members are about to buy."""
