"""Who members are, how they are known again, and what they allow."""
