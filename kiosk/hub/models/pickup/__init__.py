"""What was ordered on the web and is picked up in the store."""
