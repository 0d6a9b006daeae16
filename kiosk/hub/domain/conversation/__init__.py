"""What is said in a member's conversation, and what comes in for it by mail."""
