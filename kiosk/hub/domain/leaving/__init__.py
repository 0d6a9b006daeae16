"""What becomes of who leaves: charged by what she allowed, where nothing is unclear, and else asked."""
