"""What a member collected, and the code that she passes on."""
