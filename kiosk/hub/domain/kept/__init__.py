"""How an offer is kept, bought and brought back."""
