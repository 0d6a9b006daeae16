"""The makes of gateway that are understood, one file each."""
