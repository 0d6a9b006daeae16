"""Has the video that comes next made ready while something else is on the glass."""

from collections.abc import Callable

from kiosk.contract.instant import Instant
from kiosk.contract.playlist import Item
from kiosk.core.floor import Floor
from kiosk.core.foresight import foresee
from kiosk.core.glass.scene import Scene


class Foresight:
    """`tell` hears of the next scene, as often as it changes, while a loop has or had a video in it."""

    def __init__(self, tell: Callable[[Scene], None]) -> None:
        self._tell = tell
        self._looked_at: tuple[Scene, float, tuple[Item, ...]] | None = None
        self._had_video = False

    def look(self, floor: Floor, now: Instant) -> None:
        """Look ahead, unless nothing has changed since the last look."""
        state = (floor.scene, floor.glass.showing.ends_at, floor.loop.playlist)
        if state == self._looked_at:
            return
        self._looked_at = state
        has_video = any(item.kind == "video" for item in floor.loop.playlist)
        if has_video or self._had_video:
            self._tell(foresee(floor, now) or floor.scene)
        self._had_video = has_video
