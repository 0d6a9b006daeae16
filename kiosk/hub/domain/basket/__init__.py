"""How a member's basket is filled, and what it comes to."""
