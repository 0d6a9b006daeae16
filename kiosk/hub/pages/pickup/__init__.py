"""What a member ordered on the web and picks up, on her phone."""
