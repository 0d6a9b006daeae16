"""Where something is in the store, as whoever stands at a screen is told."""

from msgspec import Struct

from kiosk.contract.offer import Words


class Direction(Struct, frozen=True):
    """A department by its name, and the way there by language; without a way it is where the screen stands."""

    to: Words
    way: Words = {}
