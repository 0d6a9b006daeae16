"""That a member is in the store, and where it leads her."""
