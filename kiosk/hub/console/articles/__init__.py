"""What the store sells, at the console: found, looked at, and changed."""
