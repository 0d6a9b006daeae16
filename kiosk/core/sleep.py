"""When the glass falls dark, and what lights it again: a shopper who comes, a tap, a touch."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.effects import AnnounceShown
from kiosk.core.floor import NEVER, Floor, Glass
from kiosk.core.loop import find_minute
from kiosk.core.scene import Dark
from kiosk.core.step import Step


def wake(floor: Floor, now: Instant) -> Floor:
    """Somebody is there: no darkness for a while. A glass that is dark is to be looked at again at once."""
    if not floor.rules.night.hours:
        return floor
    awake = replace(floor, awake_until=now.mono + floor.rules.night.awake_s)
    return replace(awake, until=now.mono) if isinstance(floor.scene, Dark) else awake


def tire(floor: Floor, now: Instant) -> Floor:
    """Let the while be over once its time has come."""
    return floor if now.mono < floor.awake_until else replace(floor, awake_until=NEVER)


def fall_asleep(floor: Floor, now: Instant) -> Step | None:
    """Keep the glass dark, or darken it; `None`: it is day, or somebody is there, and the loop may play."""
    if floor.awake_until < NEVER or not floor.rules.night.is_on(floor.rules.tell_local(now)):
        return None
    if isinstance(floor.scene, Dark):
        return Step(replace(floor, until=find_minute(now)))
    language = floor.rules.languages[0]
    dark = replace(
        floor,
        scene=Dark(language, now.fresh_id),
        since=now.mono,
        ends_at=NEVER,
        until=find_minute(now),
        hint_until=NEVER,
        glass=(Glass(None, now.fresh_id, language, None, now.mono), *floor.glass[:2]),
    )
    # The loop shows nothing from now on: else what it played last would be said to have stood all night.
    return Step(dark, (AnnounceShown(now.fresh_id, None, None, "loop", now.mono),))
