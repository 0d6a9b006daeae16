"""The account's page, and the cards and the beacon that belong to it."""
