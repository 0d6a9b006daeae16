"""Whether an offer may be shown here, now, to this shopper; and if not, by which rule."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from kiosk.contract.daypart import is_open as is_daypart_open
from kiosk.contract.offer import Offer
from kiosk.offers.audience import reaches
from kiosk.offers.control import is_held_out
from kiosk.offers.situation import Situation


class Exclusion(StrEnum):
    """The rule that keeps an offer off the screen."""

    ZONE = "zone"
    VALIDITY = "validity"
    DAYPART = "daypart"
    AUDIENCE = "audience"
    CAP_SCREEN_HOUR = "cap_screen_hour"
    CAP_SCREEN_DAY = "cap_screen_day"
    CAP_SHOPPER_DAY = "cap_shopper_day"
    BUDGET = "budget"
    CONTACTS = "contacts"
    COOLDOWN = "cooldown"
    CONTROL = "control"


def find_exclusion(offer: Offer, situation: Situation) -> Exclusion | None:
    """The first rule that excludes the offer; `None`: it may be shown."""
    return next((exclusion for exclusion, excludes in RULES.items() if excludes(offer, situation)), None)


def find_hold(offer: Offer, situation: Situation) -> Exclusion | None:
    """The first rule that holds an offer back which suits zone, hour and audience; `None`: it may be shown."""
    return next((exclusion for exclusion, excludes in _HOLDS.items() if excludes(offer, situation)), None)


def list_exclusions(offer: Offer, situation: Situation) -> list[Exclusion]:
    """Every rule that excludes the offer."""
    return [exclusion for exclusion, excludes in RULES.items() if excludes(offer, situation)]


def _is_elsewhere(offer: Offer, situation: Situation) -> bool:
    return bool(offer.zones) and situation.zones.isdisjoint(offer.zones)


def _is_shown_out_this_hour(offer: Offer, situation: Situation) -> bool:
    most = offer.caps.per_screen_hour
    return most is not None and situation.shown.count_hour(offer.id, situation.mono) >= most


def _is_shown_out_today(offer: Offer, situation: Situation) -> bool:
    most = offer.caps.per_screen_day
    return most is not None and situation.shown.count_day(offer.id, situation.local.date(), situation.mono) >= most


def _is_seen_enough(offer: Offer, situation: Situation) -> bool:
    most, shopper = offer.caps.per_shopper_day, situation.shopper
    if most is None or shopper is None:
        return False
    return situation.shown.count_today(shopper.key, offer.id, situation.local.date(), situation.mono) >= most


def _is_spent(offer: Offer, situation: Situation) -> bool:
    budget = offer.budget
    return budget is not None and situation.shown.count_held(offer.id, budget) >= budget.count_bookmarks()


def _is_one_too_many(_offer: Offer, situation: Situation) -> bool:
    most, shopper = situation.policy.contacts_per_day, situation.shopper
    if most is None or shopper is None:
        return False
    return situation.shown.count_contacts(shopper.key, situation.local.date(), situation.mono) >= most


def _is_cooling(offer: Offer, situation: Situation) -> bool:
    shopper = situation.shopper
    if shopper is None:
        return False
    return situation.shown.is_cooling(shopper.key, offer.id, situation.mono, situation.cooldown_s)


def _is_control(offer: Offer, situation: Situation) -> bool:
    shopper = situation.shopper
    return shopper is not None and is_held_out(offer, shopper.key, situation.policy.control_salt)


_Excludes: TypeAlias = Callable[[Offer, Situation], bool]
_SUITS: Mapping[Exclusion, _Excludes] = {
    Exclusion.ZONE: _is_elsewhere,
    Exclusion.VALIDITY: lambda offer, situation: not offer.valid.covers(situation.local),
    Exclusion.DAYPART: lambda offer, situation: not is_daypart_open(offer.dayparts, situation.local),
    Exclusion.AUDIENCE: lambda offer, situation: not reaches(offer.audience, situation),
}
_HOLDS: Mapping[Exclusion, _Excludes] = {
    Exclusion.CAP_SCREEN_HOUR: _is_shown_out_this_hour,
    Exclusion.CAP_SCREEN_DAY: _is_shown_out_today,
    Exclusion.CAP_SHOPPER_DAY: _is_seen_enough,
    Exclusion.BUDGET: _is_spent,
    Exclusion.CONTACTS: _is_one_too_many,
    Exclusion.COOLDOWN: _is_cooling,
    # Last, so that it is said of those alone who would have seen the offer.
    Exclusion.CONTROL: _is_control,
}
RULES: Mapping[Exclusion, _Excludes] = {**_SUITS, **_HOLDS}
"""Each rule with what it excludes, in the order in which they are asked: first what suits, then what is held back."""
