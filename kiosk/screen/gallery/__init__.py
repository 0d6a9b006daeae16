"""Every scene as a picture, for those who judge how it looks."""
