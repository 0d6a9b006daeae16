"""What stands in the codes on goods."""
