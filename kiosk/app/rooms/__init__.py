"""Makes each room from what is given, one file a room."""
