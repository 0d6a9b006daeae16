"""The screens of a store: how each is let in, how it is, and what it was told to show."""
