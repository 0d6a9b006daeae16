"""Whether anything is unclear of who leaves: then she is asked, and not charged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.standing import BasketStanding, Note
from kiosk.hub.domain.leaving.mandate import find_highest, find_limit
from kiosk.hub.domain.settlement.day_lot import is_drawn_today
from kiosk.hub.domain.visit.doubt import Doubt
from kiosk.hub.fiscal.choice import TRAINING
from kiosk.hub.manners import find_midnight
from kiosk.hub.models.basket.basket import find_last_packed
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.benefits.tender import has_tender
from kiosk.hub.models.conversation.bookmark import has_taken_since
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.profile.receipt import has_receipt
from kiosk.hub.models.screens.screen_state import has_silent_screen
from kiosk.hub.models.settlement.mandate import Mandate, list_mandates
from kiosk.hub.models.settlement.settlement import LeftBy, has_trouble, was_charged_since
from kiosk.hub.models.store.store import get_store
from kiosk.hub.models.visit.visit import Visit, list_unended

_FRESH = timedelta(hours=1)
"""So long after she left she is charged for it; what the hub finds later may not be what she has in mind by then."""
_TOLD_WITHIN = timedelta(minutes=2)
"""A screen asks twice a minute; one that is silent for longer may see her, and have nobody to tell."""
_TILL_CLOCK = timedelta(minutes=15)
"""So much a till's clock may be slow: what it sold is of this visit, whatever it says."""
_OF_NOTES: Mapping[Note, Doubt] = {
    "price_rose": "price_changed",
    "price_fell": "price_changed",
    "asks_age": "age",
    "refused_age": "age",
}
"""What is said of a line; whatever else is said of one, it cannot be bought like this."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who leaves, with what in her basket, and what she allowed; `left_by` is `None` where nobody saw."""

    hub: Hub
    session: Session
    member: Member
    visit: Visit
    mandate: Mandate
    standing: BasketStanding
    left_by: LeftBy | None

    @property
    def limit(self) -> Money:
        """So much one visit may cost."""
        return find_limit(self.hub, self.mandate)


def find_doubt(leaving: Leaving, shown: str) -> Doubt | None:
    """What is unclear, first what weighs most; `None`: nothing is. `shown` is the bill that she read last."""
    doubts: dict[Doubt, bool] = {
        **_doubt_store(leaving),
        **_doubt_her(leaving),
        **_doubt_goods(leaving),
        **_doubt_sum(leaving, shown),
    }
    return next((doubt for doubt, is_so in doubts.items() if is_so), None)


def _doubt_store(leaving: Leaving) -> dict[Doubt, bool]:
    hub, mandate = leaving.hub, leaving.mandate
    is_another = hub.provider is None or hub.provider.name != mandate.provider
    is_unsigned = hub.provider is not None and hub.provider.is_live and hub.settings.fiscal.signer == TRAINING
    return {"off": find_highest(hub) is None or is_another or is_unsigned}


def _doubt_her(leaving: Leaving) -> dict[Doubt, bool]:
    session, keys = leaving.session, list_kin(leaving.session, leaving.member.key)
    owners = {one.line.member_key for one in leaving.standing.lines}
    return {
        "unseen": leaving.left_by is None,
        "screen_silent": leaving.left_by == "exit" and _is_screen_silent(leaving),
        "late": _is_late(leaving, keys),
        "several": owners != {leaving.mandate.member_key} or len(list_mandates(session, keys)) > 1,
        "in_doubt": has_trouble(session, keys),
        "charged_today": was_charged_since(session, keys, _find_midnight(leaving)),
        "at_a_till": _was_at_a_till(leaving, keys),
    }


def _is_late(leaving: Leaving, keys: list[str]) -> bool:
    """Whether something happened since the visit ended, so that its basket is not what she carried out of it."""
    ended_at = leaving.visit.ended_at
    if any(one.id != leaving.visit.id for one in list_unended(leaving.session, keys)):
        return True
    if ended_at is None:  # it runs, and she looks at what she would be charged
        return False
    packed_at = find_last_packed(leaving.session, keys)
    return leaving.hub.now() - ended_at > _FRESH or (packed_at is not None and packed_at > ended_at)


def _is_screen_silent(leaving: Leaving) -> bool:
    return has_silent_screen(leaving.session, leaving.visit.store_id, leaving.hub.now() - _TOLD_WITHIN)


def _was_at_a_till(leaving: Leaving, keys: list[str]) -> bool:
    """A receipt, a redemption or a hold: what she bought there may be what lies in her basket."""
    session, began_at = leaving.session, leaving.visit.began_at
    if leaving.visit.was_at_till:
        return True
    tells = (has_tender, has_taken_since)
    return has_receipt(session, keys, began_at - _TILL_CLOCK) or any(tell(session, keys, began_at) for tell in tells)


def _doubt_goods(leaving: Leaving) -> dict[Doubt, bool]:
    lines = [one.line for one in leaving.standing.lines]
    noted = {_OF_NOTES.get(note, "not_sold") for one in leaving.standing.lines for note in one.notes}
    return {
        "packed_before": _was_packed(leaving, lines),
        "at_screen": any(line.screen_id is not None for line in lines),
        "not_carried": any(line.way != "take" for line in lines),
        "not_sold": "not_sold" in noted,
        "price_changed": "price_changed" in noted,
        "age": "age" in noted,
        "weighed": any(line.is_single for line in lines),
        "look_due": is_drawn_today(leaving.hub, leaving.session, leaving.member),
    }


def _was_packed(leaving: Leaving, lines: Iterable[BasketLine]) -> bool:
    """What is scanned again is one line with what lay there; what came from another phone is as old as it was there."""
    visit = leaving.visit
    return visit.was_packed or any(line.added_at < visit.began_at for line in lines)


def _doubt_sum(leaving: Leaving, shown: str) -> dict[Doubt, bool]:
    due, highest = leaving.standing.due, find_highest(leaving.hub)
    currencies = {due.currency, leaving.limit.currency, highest.currency if highest else due.currency}
    return {
        "other_currency": len(currencies) > 1,
        "over_limit": due.amount > leaving.limit.amount,
        "no_money": not due.amount,
        "other_sum": leaving.standing.bill != shown,
    }


def _find_midnight(leaving: Leaving) -> datetime:
    """When the day of her visit began: it may be found after midnight."""
    zone = ZoneInfo(get_store(leaving.session, leaving.visit.store_id).time_zone)
    return find_midnight(leaving.visit.ended_at or leaving.hub.now(), zone)
