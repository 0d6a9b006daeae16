"""What is reckoned of a member from what she did: a pure function of her own facts and the time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from kiosk.hub.domain.profile.fact import CHANNELS, Fact
from kiosk.hub.domain.profile.interest import weigh_interests
from kiosk.hub.domain.profile.purchase import is_return, list_purchases, sum_value
from kiosk.hub.domain.profile.session import split_sessions

DAY = timedelta(days=1)
WINDOWS = tuple(days * DAY for days in (30, 90, 365))
_MONTH, _QUARTER, _YEAR = WINDOWS
KEPT = 400 * DAY
"""No trait looks back further, so what lies before that is kept no longer."""

TRAITS = (
    *("orders_30_days", "orders_90_days", "orders_365_days", "days_since_order"),
    *("value_90_days", "value_365_days", "order_value"),
    *("sessions_30_days", "sessions_90_days", "conversion_90_days", "views_30_days", "wishes_90_days"),
    *("visits_30_days", "visits_90_days", "days_since_visit", "minutes_90_days"),
    *("days_since_seen", "web_share", "till_share", "store_share"),
)
"""All names, in the order in which people read them."""
SINCE = {"days_since_order": "order", "days_since_visit": "visit", "days_since_seen": "seen"}
"""Traits that grow by one each day, and what they count from."""


class Traits(Struct, frozen=True):
    """What was reckoned: amounts by the names in `TRAITS`, where there are any, and shares of interest by shelf.

    `last` is when she did last what `SINCE` counts from.
    """

    amounts: Mapping[str, float]
    shelves: Mapping[str, float]
    last: Mapping[str, datetime]


def reckon_traits(facts: Sequence[Fact], now: datetime) -> Traits:
    """The traits of who did this, in the order of the times; what lies in the future does not count yet."""
    past = [fact for fact in facts if fact.at <= now]
    purchases = list_purchases(past)
    last = _find_last(past, purchases)
    amounts = {
        **_count_orders(purchases, now),
        **_count_sessions(past, now),
        **_count_visits(past, now),
        **_share_channels(past, now),
        **{trait: float((now - last[what]) // DAY) for trait, what in SINCE.items() if what in last},
    }
    return Traits(
        amounts={name: amounts[name] for name in TRAITS if name in amounts},
        shelves=weigh_interests(past, now),
        last=last,
    )


def list_expiries(facts: Iterable[Fact], now: datetime) -> Iterator[datetime]:
    """When each of these facts leaves a window that it is in now."""
    return (fact.at + window for fact in facts for window in WINDOWS if now < fact.at + window)


def _find_last(facts: Sequence[Fact], purchases: Sequence[Fact]) -> dict[str, datetime]:
    groups = {
        "order": [purchase for purchase in purchases if not is_return(purchase)],
        "visit": [fact for fact in facts if fact.kind == "visited"],
        "seen": facts,
    }
    return {what: group[-1].at for what, group in groups.items() if group}


def _count_orders(purchases: Sequence[Fact], now: datetime) -> dict[str, float]:
    orders = [purchase for purchase in purchases if not is_return(purchase)]
    amounts: dict[str, float] = {f"orders_{window.days}_days": len(_within(orders, window, now)) for window in WINDOWS}
    for window in (_QUARTER, _YEAR):
        amounts[f"value_{window.days}_days"] = float(sum_value(_within(purchases, window, now)))
    priced = [order for order in _within(orders, _YEAR, now) if order.detail.amount is not None]
    if priced:
        amounts["order_value"] = round(float(sum_value(priced)) / len(priced), 2)
    return amounts


def _count_sessions(facts: Sequence[Fact], now: datetime) -> dict[str, float]:
    sessions = split_sessions(_within(facts, _QUARTER, now))
    recent = [session for session in sessions if now - session[-1].at < _MONTH]
    amounts: dict[str, float] = {
        "sessions_30_days": len(recent),
        "sessions_90_days": len(sessions),
        "views_30_days": _count_kind(facts, "viewed", _MONTH, now),
        "wishes_90_days": _count_kind(facts, "wished", _QUARTER, now),
    }
    if sessions:
        buying = sum(any(fact.kind == "ordered" for fact in session) for session in sessions)
        amounts["conversion_90_days"] = round(buying / len(sessions), 3)
    return amounts


def _count_visits(facts: Sequence[Fact], now: datetime) -> dict[str, float]:
    visits = [fact for fact in facts if fact.kind == "visited"]
    seconds = sum(visit.detail.seconds for visit in _within(visits, _QUARTER, now))
    return {
        "visits_30_days": len({visit.at.date() for visit in _within(visits, _MONTH, now)}),
        "visits_90_days": len({visit.at.date() for visit in _within(visits, _QUARTER, now)}),
        "minutes_90_days": round(seconds / 60, 1),
    }


def _share_channels(facts: Sequence[Fact], now: datetime) -> dict[str, float]:
    """The mix of channels: of all that she did in a year, how much where."""
    year = _within(facts, _YEAR, now)
    if not year:
        return {}
    return {
        f"{channel}_share": round(sum(fact.channel == channel for fact in year) / len(year), 3) for channel in CHANNELS
    }


def _count_kind(facts: Sequence[Fact], kind: str, window: timedelta, now: datetime) -> int:
    return sum(fact.kind == kind for fact in _within(facts, window, now))


def _within(facts: Sequence[Fact], window: timedelta, now: datetime) -> list[Fact]:
    return [fact for fact in facts if now - fact.at < window]
