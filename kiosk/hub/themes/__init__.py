"""The themes as the screens' own program knows them."""
