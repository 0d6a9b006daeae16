"""What a member shows at the counter, and who saw what."""
