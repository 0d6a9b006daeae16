"""What is heard of a scene."""
