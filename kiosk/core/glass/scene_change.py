"""How scenes follow each other on the glass, in one way for every kind: so a tap always knows what it was meant for."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Attract, Scene
from kiosk.core.glass.showing import Showing

MOST_EARLIER = 2
"""So many earlier showings are remembered, for a card that was felt before the scene changed."""


def bring_on(floor: Floor, showing: Showing) -> Floor:
    """Show this from now on; a hint goes, unless the scene takes it over."""
    is_seen = floor.showing.since < NEVER
    return replace(
        floor,
        showing=showing,
        earlier=(floor.showing, *floor.earlier)[:MOST_EARLIER] if is_seen else floor.earlier,
        hint_until=floor.hint_until if showing.scene.hint else NEVER,
    )


def change_scene(floor: Floor, scene: Scene) -> Floor:
    """Let the same showing go on, with what it says as it is now."""
    return replace(floor, showing=replace(floor.showing, scene=scene))


def keep_on(floor: Floor, scene: Scene, *, ends_at: float, until: float) -> Floor:
    """As `change_scene`, and its time is this from now on, in monotonic seconds."""
    return replace(floor, showing=replace(floor.showing, scene=scene, ends_at=ends_at, until=until))


def look_again(floor: Floor, until: float) -> Floor:
    """Let it go on until then, in monotonic seconds, and look at it again."""
    return replace(floor, showing=replace(floor.showing, until=until))


def set_end(floor: Floor, ends_at: float) -> Floor:
    """It has had its time then, in monotonic seconds."""
    return replace(floor, showing=replace(floor.showing, ends_at=ends_at))


def end_scene(floor: Floor) -> Floor:
    """It has had its time."""
    return set_end(floor, floor.showing.since)


def take_back(floor: Floor) -> Floor:
    """Have it never been on the glass: no tap may keep what nobody has seen."""
    still = Attract(None, None, floor.rules.languages[0], "", floor.reader_ready)
    return replace(floor, showing=Showing(still, since=NEVER))
