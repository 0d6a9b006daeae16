"""What a screen says amid a day that passes in a hurry."""

from msgspec import Struct

from kiosk.bench.holding import Holding


class Soaked(Struct, frozen=True):
    """What it held after so many hours of that day, and the seconds of its slowest change since the last time.

    `types` counts the objects of Python that its collector knows, by their types; `mishaps` are those so far.
    """

    holding: Holding
    hours: float
    slowest_s: float
    types: dict[str, int]
    mishaps: int
