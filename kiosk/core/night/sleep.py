"""When the glass falls dark, and what lights it again: a shopper who comes, a tap, a touch."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.effects import AnnounceShown
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Dark
from kiosk.core.glass.scene_change import bring_on, look_again
from kiosk.core.glass.showing import Showing
from kiosk.core.loop.play import find_minute
from kiosk.core.step import Step


def wake(floor: Floor, now: Instant) -> Floor:
    """Somebody is there: no darkness for a while. A glass that is dark is to be looked at again at once."""
    if not floor.rules.night.hours:
        return floor
    awake = replace(floor.glass, awake_until=now.mono + floor.rules.night.awake_s)
    return replace(floor, glass=look_again(awake, now.mono) if isinstance(floor.scene, Dark) else awake)


def tire(floor: Floor, now: Instant) -> Floor:
    """Let the while be over once its time has come."""
    if now.mono < floor.glass.awake_until:
        return floor
    return replace(floor, glass=replace(floor.glass, awake_until=NEVER))


def fall_asleep(floor: Floor, now: Instant) -> Step | None:
    """Keep the glass dark, or darken it; `None`: it is day, or somebody is there, and the loop may play."""
    if floor.glass.awake_until < NEVER or not floor.rules.night.is_on(floor.rules.tell_local(now)):
        return None
    if isinstance(floor.scene, Dark):
        return Step(replace(floor, glass=look_again(floor.glass, find_minute(now))))
    dark = Showing(Dark(floor.rules.languages[0], now.fresh_id), now.mono, until=find_minute(now))
    # The loop shows nothing from now on: else what it played last would be said to have stood all night.
    announce = AnnounceShown(now.fresh_id, None, None, "loop", now.mono)
    return Step(replace(floor, glass=bring_on(floor.glass, dark)), (announce,))
