"""How the screen reaches the broker: one address, one line for what it says, one reader for what it hears."""
