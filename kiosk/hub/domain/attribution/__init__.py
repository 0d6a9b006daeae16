"""Which contacts led to visits and purchases: campaigns, and what a store learns of a month."""
