"""Says by itself what a store would say each time."""
