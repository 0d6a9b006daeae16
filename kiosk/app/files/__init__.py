"""What the screen itself keeps in its state folder, one file a file."""
