"""How the rest of the program reaches the thread on which Qt draws."""
