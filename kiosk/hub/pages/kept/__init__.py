"""An offer, and the page of one that was kept, with its buttons."""
