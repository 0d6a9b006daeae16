"""A pretend shop, for the demo, the bench and the tests: its parts are real, only the people are not."""
