"""Who stands before the screen, as the shop's beacon gateways tell it."""
