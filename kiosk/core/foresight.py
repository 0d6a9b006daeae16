"""What will be on the glass next if nothing happens: what takes a while to be ready can begin in time."""

from datetime import timedelta

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.advance import advance
from kiosk.core.events import Ticked
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Scene


def foresee(floor: Floor, now: Instant) -> Scene | None:
    """The scene that follows when this one has had its time; `None`: it stays until something happens.

    Its impression is that of the scene on the glass if that goes on, and else empty: it has not been given one.
    """
    if floor.glass.showing.ends_at == NEVER:
        return None
    later = max(0.0, floor.glass.showing.ends_at - now.mono)
    then = Instant(now.mono + later, now.wall + timedelta(seconds=later), "")
    return advance(floor, Ticked(), then).floor.scene
