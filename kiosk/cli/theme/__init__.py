"""`kiosk theme`, command by command."""
