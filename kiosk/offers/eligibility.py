"""Whether an offer may be shown here, now, to this shopper; and if not, why not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.contract.daypart import is_open as is_daypart_open
from kiosk.contract.offer import Offer, Validity
from kiosk.contract.shopper import Shopper
from kiosk.offers.audience import reaches
from kiosk.offers.shown import Shown


class Exclusion(StrEnum):
    """The rule that keeps an offer off the screen."""

    ZONE = "zone"
    AUDIENCE = "audience"
    VALIDITY = "validity"
    DAYPART = "daypart"
    CAP_SHOPPER_DAY = "cap_shopper_day"
    CAP_SCREEN_HOUR = "cap_screen_hour"
    COOLDOWN = "cooldown"


@dataclass(frozen=True, slots=True)
class Situation:
    """All that eligibility depends on beside the offer itself.

    `local` is the store's own time (aware), `mono` monotonic seconds; `shopper` is `None` for anybody.
    """

    zones: frozenset[str]
    local: datetime
    mono: float
    shopper: Shopper | None
    shown: Shown
    cooldown_s: float


def find_exclusion(offer: Offer, situation: Situation) -> Exclusion | None:
    """The first rule that excludes the offer; `None`: it may be shown."""
    if offer.zones and situation.zones.isdisjoint(offer.zones):
        return Exclusion.ZONE
    if not reaches(offer.audience, situation.shopper):
        return Exclusion.AUDIENCE
    if not holds(offer.valid, situation.local):
        return Exclusion.VALIDITY
    if not is_daypart_open(offer.dayparts, situation.local):
        return Exclusion.DAYPART
    return _find_cap(offer, situation)


def holds(valid: Validity, at: datetime) -> bool:
    """Whether the aware time lies in the offer's validity."""
    return (valid.start is None or valid.start <= at) and (valid.until is None or at < valid.until)


def _find_cap(offer: Offer, situation: Situation) -> Exclusion | None:
    shown, caps, mono = situation.shown, offer.caps, situation.mono
    if caps.per_screen_hour is not None and shown.count_hour(offer.id, mono) >= caps.per_screen_hour:
        return Exclusion.CAP_SCREEN_HOUR
    if situation.shopper is None:
        return None
    who = situation.shopper.key
    today = situation.local.date()
    if caps.per_shopper_day is not None and shown.count_today(who, offer.id, today) >= caps.per_shopper_day:
        return Exclusion.CAP_SHOPPER_DAY
    return Exclusion.COOLDOWN if shown.is_cooling(who, offer.id, mono, situation.cooldown_s) else None
