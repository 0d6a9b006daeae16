"""Electronic labels on shelves: what is drawn for them, and the access point that they listen to."""
