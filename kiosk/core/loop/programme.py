"""What the loop may play at a moment: what is on, whose offer may be shown, and nothing below the highest priority."""

from kiosk.contract.instant import Instant
from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.core.floor import Floor
from kiosk.offers.eligibility import find_exclusion
from kiosk.offers.shown import Shown
from kiosk.offers.situation import Situation

OFFER_SECONDS = 8.0
"""How long an offer stays that the loop shows for want of a playlist."""


def list_playable(floor: Floor, now: Instant) -> list[Item]:
    """The playlist's items of the highest priority, or the offers for everybody where nothing of it is on."""
    situation = _describe_anybody(floor, now)
    items = [item for item in floor.loop.playlist if _is_playable(item, floor, situation)]
    if not items:
        return [_make_item(offer) for offer in _list_offers(floor, situation) if offer.image]
    highest = max(item.priority for item in items)
    return [item for item in items if item.priority == highest]


def find_offer(item: Item, floor: Floor, now: Instant) -> Offer | None:
    """The offer that the item shows or keeps, if it may be shown to anybody now."""
    return _find_offer(item, floor, _describe_anybody(floor, now))


def list_offers(floor: Floor, now: Instant) -> list[Offer]:
    """The offers for everybody, the most important first."""
    return _list_offers(floor, _describe_anybody(floor, now))


def _describe_anybody(floor: Floor, now: Instant) -> Situation:
    """Caps bound what is shown to shoppers who come near; the loop's own rhythm is the playlist's affair.

    What no budget pays for any more is kept from it, for a tap could keep it.
    """
    return floor.describe(None, now, Shown(held=floor.visit.shown.held))


def _is_playable(item: Item, floor: Floor, situation: Situation) -> bool:
    if not item.is_on(situation.local):
        return False
    if item.kind in {"image", "video", "text"}:
        return True
    offer = _find_offer(item, floor, situation)
    return offer is not None and offer.image is not None


def _find_offer(item: Item, floor: Floor, situation: Situation) -> Offer | None:
    offer = floor.catalogue.get_offer(item.offer) if item.offer else None
    return offer if offer and find_exclusion(offer, situation) is None else None


def _list_offers(floor: Floor, situation: Situation) -> list[Offer]:
    return sorted(floor.catalogue.find_eligible(situation), key=lambda offer: (-offer.priority, offer.id))


def _make_item(offer: Offer) -> Item:
    return Item(id=f"offer:{offer.id}", kind="offer", offer=offer.id, seconds=OFFER_SECONDS)
