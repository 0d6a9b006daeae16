"""The hub's line to the screens: commands to them, and what they answer."""
