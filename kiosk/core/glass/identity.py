"""Who is who of many screens: for a moment one shows its own name over whatever it plays."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Notice
from kiosk.core.glass.scene_change import change_scene

IDENTIFY_S = 10.0


def ask_identity(floor: Floor, now: Instant) -> Floor:
    """Show the screen's name from now on, for a while."""
    return replace(floor, glass=replace(floor.glass, identify_until=now.mono + IDENTIFY_S))


def tell_identity(floor: Floor, now: Instant) -> Floor:
    """Lay the name over the scene, whichever it came to be but a notice, or take it away when its time is up."""
    glass, scene = floor.glass, floor.scene
    until = glass.identify_until if now.mono < glass.identify_until else NEVER
    is_asked = until < NEVER and not isinstance(scene, Notice)
    if (is_asked, until) == (scene.identify, glass.identify_until):
        return floor
    named = change_scene(glass, replace(scene, identify=is_asked))
    return replace(floor, glass=replace(named, identify_until=until))
