"""What tells an open page at once that something was said."""
