"""The store's own loyalty service: a separate process that the screens reach by HTTP alone."""
