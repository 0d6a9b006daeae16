"""What people type into forms, and what can be kept of it."""
