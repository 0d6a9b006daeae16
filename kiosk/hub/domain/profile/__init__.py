"""Who somebody is, what she does in shop and web, and what follows for the offers that she is shown."""
