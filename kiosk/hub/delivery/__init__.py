"""Brings what the store says to members who are not looking."""
