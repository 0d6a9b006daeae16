"""Apple Wallet: the pass as a signed package, and the push by which a phone fetches it anew."""
