"""What a member ordered, on her phone: how it stands, and what she shows."""
