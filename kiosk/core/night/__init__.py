"""When the glass is dark."""
