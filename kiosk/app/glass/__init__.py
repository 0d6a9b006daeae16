"""What stands between the core's orders and what is seen."""
