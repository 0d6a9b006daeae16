"""What a member shows the staff for a while, and what they do for her then."""
