"""How a look becomes data: theme packages, checked and resolved to tokens."""
