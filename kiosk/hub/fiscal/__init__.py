"""What the law asks of who sells: each sale is signed by a device that nobody can talk round."""
