"""What happens in a store, told to other systems as it happens."""
