"""The hub's tables, one noun each, with the verbs that read and write them."""
