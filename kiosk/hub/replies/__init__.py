"""Reads mails that come in as answers to mails of the hub."""
