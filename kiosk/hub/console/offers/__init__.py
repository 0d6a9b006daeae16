"""Offers and their pictures."""
