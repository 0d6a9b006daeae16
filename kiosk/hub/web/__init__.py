"""What every request passes, to whichever route or page it goes."""
