"""How scenes follow each other on the glass, in one way for every kind: so a tap always knows what it was meant for."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER
from kiosk.core.glass.glass import Glass
from kiosk.core.glass.scene import Attract, Browsing, Offering, Scanned, Scene
from kiosk.core.glass.showing import Showing

MOST_EARLIER = 2
"""So many earlier showings are remembered, for a card that was felt before the scene changed."""


def bring_on(glass: Glass, showing: Showing) -> Glass:
    """Show this from now on; a hint goes, unless the scene takes it over."""
    is_seen = glass.showing.since < NEVER
    return replace(
        glass,
        showing=showing,
        earlier=(glass.showing, *glass.earlier)[:MOST_EARLIER] if is_seen else glass.earlier,
        hint_until=glass.hint_until if showing.scene.hint else NEVER,
    )


def change_scene(glass: Glass, scene: Scene) -> Glass:
    """Let the same showing go on, with what it says as it is now."""
    return replace(glass, showing=replace(glass.showing, scene=scene))


def keep_on(glass: Glass, scene: Scene, *, ends_at: float, until: float) -> Glass:
    """As `change_scene`, and its time is this from now on, in monotonic seconds."""
    return replace(glass, showing=replace(glass.showing, scene=scene, ends_at=ends_at, until=until))


def look_again(glass: Glass, until: float) -> Glass:
    """Let it go on until then, in monotonic seconds, and look at it again."""
    return replace(glass, showing=replace(glass.showing, until=until))


def set_end(glass: Glass, ends_at: float) -> Glass:
    """It has had its time then, in monotonic seconds."""
    return replace(glass, showing=replace(glass.showing, ends_at=ends_at))


def end_scene(glass: Glass) -> Glass:
    """It has had its time."""
    return set_end(glass, glass.showing.since)


def take_back(glass: Glass, language: str) -> Glass:
    """Have it never been on the glass: no tap may keep what nobody has seen."""
    still = Attract(None, None, language, "", glass.reader_ready)
    return replace(glass, showing=Showing(still, since=NEVER))


def set_reader(glass: Glass, *, ready: bool) -> Glass:
    """Say whether a card can be tapped, in a scene that tells it."""
    scene = glass.scene
    told = replace(scene, reader_ready=ready) if isinstance(scene, Attract | Browsing | Offering | Scanned) else scene
    return replace(change_scene(glass, told), reader_ready=ready)
