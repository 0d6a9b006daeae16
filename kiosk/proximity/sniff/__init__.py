"""Shows what gateways there are and what they say, before any setting is written."""
