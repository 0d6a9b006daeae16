"""A scene's stay on the glass."""

from msgspec import Struct

from kiosk.contract.instant import NEVER
from kiosk.core.glass.scene import Scene


class Showing(Struct, frozen=True):
    """What is, or was, on the glass; all times are monotonic seconds.

    It stands there `since` then (`NEVER`: nobody has seen it), has had its time at `ends_at`, and must be looked at
    again at `until`, which is earlier if somebody waits. `zone` is where the shopper stands for whom it is meant.
    """

    scene: Scene
    since: float
    ends_at: float = NEVER
    until: float = NEVER
    zone: str | None = None
