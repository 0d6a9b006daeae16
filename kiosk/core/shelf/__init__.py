"""What the shelf says that the screen hangs on."""
