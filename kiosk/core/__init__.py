"""What happens at a screen: facts in, a scene and orders out."""
