"""A theme, made for one display and put on."""
