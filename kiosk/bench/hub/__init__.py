"""How quickly the hub keeps bookmarks."""
