"""From a tap to the loyalty API: never lost, never doubled."""
