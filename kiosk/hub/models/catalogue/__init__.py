"""What screens show and what the store sells: offers with prices and pictures, the loop, articles and promotions."""
