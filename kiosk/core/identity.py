"""Who is who of many screens: for a moment one shows its own name over whatever it plays."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.floor import NEVER, Floor

IDENTIFY_S = 10.0


def ask_identity(floor: Floor, now: Instant) -> Floor:
    """Show the screen's name from now on, for a while."""
    return replace(floor, identify_until=now.mono + IDENTIFY_S)


def tell_identity(floor: Floor, now: Instant) -> Floor:
    """Lay the name over the scene, whichever it came to be, or take it away when its time is up."""
    is_asked = now.mono < floor.identify_until < NEVER
    if is_asked == floor.scene.identify:
        return floor
    until = floor.identify_until if is_asked else NEVER
    return replace(floor, scene=replace(floor.scene, identify=is_asked), identify_until=until)
