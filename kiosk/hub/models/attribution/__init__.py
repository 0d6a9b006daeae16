"""What brings people to the store: campaigns, who came by which, and what was told of it."""
