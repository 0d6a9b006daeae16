"""What happens in a store and what it comes to, one noun each, whoever asks for it."""
