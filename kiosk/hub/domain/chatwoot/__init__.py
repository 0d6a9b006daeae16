"""How a member's conversation goes on at the store's Chatwoot."""
