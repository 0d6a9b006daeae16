"""Coupons in the phone's wallet: what a kept offer looks like there, and how Apple and Google are told of it."""
