"""What a screen knows of the place where it stands."""

from typing import Literal

from msgspec import Struct


class Place(Struct, frozen=True):
    """Where the screen stands: its reader's side, the demo's line about keys (empty on a real screen), its name.

    `brand` is the store's name as people know it (empty: not told); `night_clock`: the time of day stands on the
    glass while it is dark.
    """

    side: Literal["left", "right", "below"] = "right"
    keys: str = ""
    name: str = ""
    brand: str = ""
    night_clock: bool = False
