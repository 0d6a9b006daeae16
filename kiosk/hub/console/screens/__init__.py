"""The screens, and groups of them."""
