"""How somebody becomes a member, and what she kept before comes along."""
