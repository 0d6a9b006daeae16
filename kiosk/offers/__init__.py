"""Which offer is right for whom, decided without any I/O."""
