"""Who takes the money: the port by which the hub asks, and Stripe behind it."""
