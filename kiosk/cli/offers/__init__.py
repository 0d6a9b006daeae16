"""`kiosk offers`, command by command."""
