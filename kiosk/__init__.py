"""Vitrine: an in-store screen that starts a conversation."""

__version__ = "0.1.0"
