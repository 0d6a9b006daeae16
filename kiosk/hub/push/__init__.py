"""How a phone is rung through its maker's push service."""
