"""`kiosk proximity`, command by command."""
