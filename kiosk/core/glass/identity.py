"""Who is who of many screens: for a moment one shows its own name over whatever it plays."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Notice
from kiosk.core.glass.scene_change import change_scene

IDENTIFY_S = 10.0


def ask_identity(floor: Floor, now: Instant) -> Floor:
    """Show the screen's name from now on, for a while."""
    return replace(floor, identify_until=now.mono + IDENTIFY_S)


def tell_identity(floor: Floor, now: Instant) -> Floor:
    """Lay the name over the scene, whichever it came to be but a notice, or take it away when its time is up."""
    until = floor.identify_until if now.mono < floor.identify_until else NEVER
    is_asked = until < NEVER and not isinstance(floor.scene, Notice)
    if (is_asked, until) == (floor.scene.identify, floor.identify_until):
        return floor
    return replace(change_scene(floor, replace(floor.scene, identify=is_asked)), identify_until=until)
