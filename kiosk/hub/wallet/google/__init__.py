"""Google Wallet: the coupon as an object at Google, and the link by which a phone saves it."""
