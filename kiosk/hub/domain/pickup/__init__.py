"""How an order is picked, lies ready, and is handed over or sent."""
