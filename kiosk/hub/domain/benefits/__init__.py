"""What members get for what they do: the ledger that keeps it, the rules they earn by, and their coupons."""
