"""The loop that plays while nobody is near."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.contract.phrase import choose_language
from kiosk.contract.playlist import Item
from kiosk.core.effects import AnnounceShown
from kiosk.core.floor import Floor
from kiosk.core.glass.glass import Glass
from kiosk.core.glass.scene import Attract, Hint
from kiosk.core.glass.scene_change import bring_on, keep_on
from kiosk.core.glass.showing import Showing
from kiosk.core.loop.programme import find_offer, list_playable
from kiosk.core.loop.schedule import Turn, find_turn, join_turn, take_next
from kiosk.core.rules import Rules
from kiosk.core.step import Step

MINUTE_S = 60.0
"""The loop looks at the calendar at each full minute: dayparts and validity begin and end there, and clocks are set."""


def open_floor(rules: Rules, mono: float) -> Floor:
    """The floor before anything is known: the brand's still."""
    return Floor(rules, Glass(Showing(Attract(None, None, rules.languages[0], ""), since=mono)))


def play_loop(floor: Floor, now: Instant) -> Step:
    """Keep the loop going: the same item while it has time and is still right, else the next one."""
    items = list_playable(floor, now)
    if not items:
        return Step(_stand_by(floor, now))
    scene = floor.scene
    current = scene.item if isinstance(scene, Attract) else None
    same = next((item for item in items if current and item.id == current.id), None)
    if isinstance(scene, Attract) and same:
        ends_at = _find_end(floor, items, same, now)
        if ends_at > now.mono:
            return Step(_keep_playing(floor, scene, same, ends_at, now))
    return _play(floor, _choose_turn(floor, items, now), now)


def find_minute(now: Instant) -> float:
    """The next full minute of the wall clock, in monotonic seconds."""
    return now.mono + MINUTE_S - now.wall.second - now.wall.microsecond / 1e6


def _find_end(floor: Floor, items: list[Item], item: Item, now: Instant) -> float:
    """Until when this item may stay on the glass; a time that is not ahead: its turn is over."""
    ends_at, epoch = floor.glass.showing.ends_at, floor.loop.epoch
    if len(items) == 1:
        return ends_at if now.mono < ends_at else now.mono + item.seconds
    if epoch is None or now.mono >= ends_at:
        return ends_at
    turn = find_turn(items, epoch, now.wall)
    return now.mono + turn.seconds if turn.item is item else now.mono


def _choose_turn(floor: Floor, items: list[Item], now: Instant) -> Turn:
    loop = floor.loop
    if loop.epoch is None:
        return take_next(items, loop.last_item, loop.turn)
    return join_turn(items, loop.epoch, now.wall)


def _keep_playing(floor: Floor, scene: Attract, item: Item, ends_at: float, now: Instant) -> Floor:
    as_it_is = replace(scene, item=item, offer=find_offer(item, floor, now), visit_url=floor.visit.visit_url)
    kept_on = keep_on(floor.glass, as_it_is, ends_at=ends_at, until=min(ends_at, find_minute(now)))
    return replace(floor, glass=kept_on)


def _stand_by(floor: Floor, now: Instant) -> Floor:
    language, visit_url = floor.rules.languages[0], floor.visit.visit_url
    still = Attract(None, None, language, "", floor.glass.reader_ready, floor.scene.hint, visit_url=visit_url)
    return replace(floor, glass=bring_on(floor.glass, Showing(still, now.mono, until=find_minute(now))))


def _play(floor: Floor, turn: Turn, now: Instant) -> Step:
    item = turn.item
    offer = find_offer(item, floor, now)
    language = choose_language(offer.title if offer else item.title, None, floor.rules.languages)
    ends_at = now.mono + turn.seconds
    # "Nothing to keep here" would be wrong as soon as there is something.
    hint = None if offer and floor.scene.hint is Hint.NOTHING_TO_SAVE else floor.scene.hint
    visit_url = floor.visit.visit_url
    scene = Attract(item, offer, language, now.fresh_id, floor.glass.reader_ready, hint, visit_url=visit_url)
    showing = Showing(scene, now.mono, ends_at, min(ends_at, find_minute(now)))
    loop = replace(floor.loop, last_item=item.id, turn=turn.place)
    announce = AnnounceShown(now.fresh_id, offer.id if offer else None, item.id, "loop", now.mono)
    return Step(replace(floor, loop=loop, glass=bring_on(floor.glass, showing)), (announce,))
