"""Videos of the loop, each played by a process of its own. Nothing of this is loaded before a loop has one."""
