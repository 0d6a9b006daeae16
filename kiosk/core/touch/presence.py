"""Whoever is at the glass, and how long what she asked of it holds: until nobody was there for a while."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.floor import Floor
from kiosk.core.touch.browse import Browse
from kiosk.core.touch.interaction import Interaction


def wants_larger(floor: Floor, now: Instant) -> bool:
    """Whether whoever is there asked for larger text, in whichever scene that was."""
    return now.mono < floor.touch.larger_until


def note_presence(floor: Floor, at: float, now: Instant) -> Interaction:
    """Count whoever is there as having been there at that monotonic time, or as waiting until then."""
    touch = floor.touch
    browse = replace(touch.browse, touched_at=at) if touch.browse else None
    return replace(touch, browse=browse, larger_until=_reckon(floor, at, larger=wants_larger(floor, now)))


def browse_on(floor: Floor, browse: Browse) -> Floor:
    """Let her browse like this from now on."""
    larger_until = _reckon(floor, browse.touched_at, larger=browse.comfort.larger)
    return replace(floor, touch=replace(floor.touch, browse=browse, larger_until=larger_until))


def browse_no_more(floor: Floor, now: Instant) -> Floor:
    """She leaves off browsing, but may well stay for what is meant for her: larger text stays, too."""
    return replace(floor, touch=replace(note_presence(floor, now.mono, now), browse=None))


def _reckon(floor: Floor, at: float, *, larger: bool) -> float:
    return at + floor.rules.browse_s if larger else -NEVER
