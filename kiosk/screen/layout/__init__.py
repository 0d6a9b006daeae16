"""Where things stand on the glass."""
