"""How an order of the web shop is picked, lies ready, and is handed over."""
