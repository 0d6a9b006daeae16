"""The loop that plays while nobody is near."""

from msgspec.structs import replace

from kiosk.contract.daypart import is_open
from kiosk.contract.instant import Instant
from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.core.effects import AnnounceShown
from kiosk.core.floor import NEVER, Floor, Glass
from kiosk.core.language import choose_language
from kiosk.core.rules import Rules
from kiosk.core.scene import Attract, Hint
from kiosk.core.step import Step
from kiosk.offers.eligibility import find_exclusion
from kiosk.offers.shown import Shown
from kiosk.offers.situation import Situation

OFFER_SECONDS = 8.0
"""How long an offer stays that the loop shows for want of a playlist."""

STAND_BY_SECONDS = 30.0
"""How often an empty loop looks whether a daypart has opened."""


def open_floor(rules: Rules, mono: float) -> Floor:
    """The floor before anything is known: the brand's still."""
    return Floor(rules, Attract(None, None, rules.languages[0], ""), since=mono)


def play_loop(floor: Floor, now: Instant) -> Step:
    """Keep the loop going: the same item while it has time and is still right, else the next one."""
    items = list_playable(floor, now)
    scene = floor.scene
    current = scene.item if isinstance(scene, Attract) else None
    same = next((item for item in items if current and item.id == current.id), None)
    if isinstance(scene, Attract) and same and (now.mono < floor.ends_at or len(items) == 1):
        return Step(_keep_playing(floor, scene, same, now))
    if not items:
        return Step(_stand_by(floor, now))
    return _play(floor, _find_next(items, current, floor), now)


def list_playable(floor: Floor, now: Instant) -> list[Item]:
    """What the loop may show now: the playlist, or the offers for everybody where that is empty."""
    situation = _describe_anybody(floor, now)
    items = [item for item in floor.playlist if _is_playable(item, floor, situation)]
    return items or [
        Item(id=f"offer:{offer.id}", kind="offer", offer=offer.id, seconds=OFFER_SECONDS)
        for offer in sorted(floor.catalogue.find_eligible(situation), key=lambda offer: (-offer.priority, offer.id))
        if offer.image
    ]


def _describe_anybody(floor: Floor, now: Instant) -> Situation:
    """Caps bound what is shown to shoppers who come near; the loop's own rhythm is the playlist's affair.

    What no budget pays for any more is kept from it, for a tap could keep it.
    """
    return floor.describe(None, now, Shown(held=floor.shown.held))


def _is_playable(item: Item, floor: Floor, situation: Situation) -> bool:
    if item.kind == "video" or not is_open(item.dayparts, situation.local):
        return False
    if item.kind == "image":
        return True
    offer = _find_offer(item, floor, situation)
    return offer is not None and offer.image is not None


def _find_offer(item: Item, floor: Floor, situation: Situation) -> Offer | None:
    offer = floor.catalogue.get_offer(item.offer) if item.offer else None
    return offer if offer and find_exclusion(offer, situation) is None else None


def _find_next(items: list[Item], current: Item | None, floor: Floor) -> Item:
    """The item after the current one, in the playlist's order; from the top if that is gone."""
    last = current.id if current else floor.last_item
    ids = [item.id for item in items]
    return items[(ids.index(last) + 1) % len(items)] if last in ids else items[0]


def _keep_playing(floor: Floor, scene: Attract, item: Item, now: Instant) -> Floor:
    offer = _find_offer(item, floor, _describe_anybody(floor, now))
    ends_at = floor.ends_at if now.mono < floor.ends_at else now.mono + item.seconds
    glass = tuple(replace(glass, offer=offer) for glass in floor.glass[:1])
    return replace(
        floor,
        scene=replace(scene, item=item, offer=offer),
        ends_at=ends_at,
        until=ends_at,
        glass=glass + floor.glass[1:],
    )


def _stand_by(floor: Floor, now: Instant) -> Floor:
    language = floor.rules.languages[0]
    return replace(
        floor,
        scene=Attract(None, None, language, "", floor.reader_ready, floor.scene.hint),
        since=now.mono,
        ends_at=NEVER,
        until=now.mono + STAND_BY_SECONDS,
        glass=_remember(floor, Glass(None, "", language, None, now.mono)),
    )


def _play(floor: Floor, item: Item, now: Instant) -> Step:
    offer = _find_offer(item, floor, _describe_anybody(floor, now))
    language = choose_language(offer, None, floor.rules.languages)
    ends_at = now.mono + item.seconds
    # "Nothing to keep here" would be wrong as soon as there is something.
    hint = None if offer and floor.scene.hint is Hint.NOTHING_TO_SAVE else floor.scene.hint
    shown = replace(
        floor,
        scene=Attract(item, offer, language, now.fresh_id, floor.reader_ready, hint),
        since=now.mono,
        ends_at=ends_at,
        until=ends_at,
        last_item=item.id,
        glass=_remember(floor, Glass(offer, now.fresh_id, language, None, now.mono)),
    )
    announce = AnnounceShown(now.fresh_id, offer.id if offer else None, item.id, "loop", now.mono)
    return Step(shown, (announce,))


def _remember(floor: Floor, glass: Glass) -> tuple[Glass, ...]:
    return (glass, *floor.glass[:2])
