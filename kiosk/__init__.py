"""Vitrine: an in-store screen that starts a conversation."""
