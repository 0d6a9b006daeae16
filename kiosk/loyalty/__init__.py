"""What the screen asks of the loyalty API, and the last good answers that it lives on without one."""
