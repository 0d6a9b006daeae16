"""A sentence that lies over the scene for a moment, whichever it is."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Notice, Remark
from kiosk.core.glass.scene_change import change_scene


def show_hint(floor: Floor, hint: Remark, now: Instant) -> Floor:
    """Lay a hint over the scene for a moment; over a notice lies nothing."""
    if isinstance(floor.scene, Notice):
        return floor
    hinted = change_scene(floor.glass, replace(floor.scene, hint=hint))
    return replace(floor, glass=replace(hinted, hint_until=now.mono + floor.rules.hint_s))


def drop_hint(floor: Floor, now: Instant) -> Floor:
    """Take it away when its moment is over."""
    if now.mono < floor.glass.hint_until:
        return floor
    plain = change_scene(floor.glass, replace(floor.scene, hint=None))
    return replace(floor, glass=replace(plain, hint_until=NEVER))
