"""What somebody at the glass wants."""
