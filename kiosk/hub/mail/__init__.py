"""Mails that the hub sends, through the store's own mail server."""
