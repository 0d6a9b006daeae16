"""The made-up shop: offers for some and for all, and the members who may be recognised."""

from random import Random

from kiosk.contract.offer import Audience, Offer
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.offers.catalogue import Catalogue
from kiosk.simulation.person import name_member

MEMBERS = 150
SEGMENTS = ("outdoor", "coffee", "beauty", "music", "family")
_OFFERS_PER_SEGMENT = 3
_OPEN_OFFERS = 4
_MOST_SEGMENTS = 3


def make_catalogue() -> Catalogue:
    """Some offers for each segment, and some for everybody."""
    names = [f"{segment}-{number}" for segment in SEGMENTS for number in range(_OFFERS_PER_SEGMENT)]
    personal = [Offer(name, {"en": name}, audience=Audience(all=(name.partition("-")[0],))) for name in names]
    return Catalogue([*personal, *(Offer(f"open-{number}", {"en": "Open"}) for number in range(_OPEN_OFFERS))])


def make_members(chance: Random) -> dict[str, Shopper]:
    """Members, each of whom likes a few things or nothing in particular."""
    return {name_member(number): _make_member(name_member(number), chance) for number in range(MEMBERS)}


def _make_member(key: str, chance: Random) -> Shopper:
    segments = chance.sample(SEGMENTS, chance.randint(0, _MOST_SEGMENTS))
    return Shopper(key, segments=frozenset(segments), consents=frozenset({PROXIMITY, PERSONAL_OFFERS}))
