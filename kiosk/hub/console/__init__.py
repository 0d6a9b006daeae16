"""The manager's console: who is signed in looks after screens and offers with a browser."""
