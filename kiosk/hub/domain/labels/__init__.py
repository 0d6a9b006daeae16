"""Electronic labels: which article's price each shows, what it is sent, and which of them need somebody."""
