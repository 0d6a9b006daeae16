"""What somebody holds under the scanner."""
