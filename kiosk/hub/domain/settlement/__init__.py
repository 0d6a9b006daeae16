"""How a basket is paid: frozen, held, paid and redeemed, or released, whatever fails on the way."""
