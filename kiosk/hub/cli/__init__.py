"""The hub's commands, one noun each: `kiosk hub`."""
