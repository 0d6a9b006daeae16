"""How many members an audience reaches, as the store's screens reckon it before they show an offer."""

from collections.abc import Collection
from datetime import datetime

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.rule import Rules
from kiosk.hub.domain.screens.known_shoppers import gather_crowd
from kiosk.hub.models.screens.screen import list_zones
from kiosk.offers.audience import is_open
from kiosk.offers.crowd import SHOPPERS_PER_K, Crowd
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.offers.situation import K_ANONYMITY, Policy, Situation

AS_SCREENS_ARE_SET = Policy(k_anonymity=K_ANONYMITY)
"""Of a screen whose settings say nothing else: the hub does not hear of them."""


LEAST = K_ANONYMITY
ENOUGH = K_ANONYMITY * SHOPPERS_PER_K
"""From so many known members on screens keep back what reaches fewer than `LEAST`."""


class Reach(Struct, frozen=True):
    """Of about so many `known` members it reaches about `count`; `None`: so few that their number would tell of them.

    Both are rounded down to `LEAST`s, or the difference of two audiences would tell of the few in one alone; where it
    leaves out fewer than that, it counts as reaching all. Of an audience of everybody nobody is counted.
    """

    known: int
    count: int | None
    is_for_everybody: bool = False


def describe_anybody(zones: Collection[str], local: datetime) -> Situation:
    """The moment for nobody in particular, with nothing shown before; `local` is the store's own time."""
    return Situation(frozenset(zones), local, 0.0, None, NOTHING_SHOWN, 0.0, AS_SCREENS_ARE_SET)


def measure_reach_now(
    session: Session, store_id: str, audience: Rules, zones: Collection[str], local: datetime
) -> Reach:
    """Whom it reaches at this time in these zones; without any, in all where a screen of the store stands."""
    places = zones or list_zones(session, store_id)
    return measure_reach(gather_crowd(session, store_id), audience, describe_anybody(places, local))


def measure_reach(crowd: Crowd, audience: Rules, situation: Situation) -> Reach:
    """Whom the audience reaches at this place and time."""
    known = len(crowd.shoppers)
    if is_open(audience):
        return Reach(_round(known), None, is_for_everybody=True)
    count = crowd.count_reached(audience, situation)
    if count < LEAST:
        return Reach(_round(known), None)
    return Reach(_round(known), _round(known if known - count < LEAST else count))


def _round(count: int) -> int:
    return count // LEAST * LEAST
