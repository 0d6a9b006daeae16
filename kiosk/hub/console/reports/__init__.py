"""The figures of a week, and the record of deeds, as managers read them."""
