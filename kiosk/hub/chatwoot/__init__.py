"""Speaks with a Chatwoot, where a store answers its customers there."""
