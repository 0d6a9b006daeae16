"""What each campaign and each screen brought, as far as that may be told. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from msgspec import Struct

from kiosk.hub.domain.attribution.contact import Contact, Origin, Purchase
from kiosk.hub.domain.attribution.crediting import Credit
from kiosk.hub.domain.attribution.interval import Group, Interval, bound_share
from kiosk.hub.domain.report.suppression import Figure, K, find_untold

_Times: TypeAlias = Mapping[str, datetime]
"""A time for each person."""


class Reach(Struct, frozen=True):
    """How many people one origin reached, and how many of them bought after that; `None`: it is not told."""

    origin: Origin
    people: int | None
    share: Interval | None


class Takings(Struct, frozen=True):
    """How many purchases go back to an origin (`None`: to nothing that is known), and what was paid for them.

    `turnover` is in whole units. `None`: it is not told.
    """

    origin: Origin | None
    purchases: int | None
    turnover: int | None


class Sales(Struct, frozen=True):
    """All purchases, by what they go back to, and their sum; a sum that is not told takes all rows along.

    Amounts in others than the `currency` are left out, for no rate is known.
    """

    rows: Sequence[Takings]
    purchases: int | None
    turnover: int | None
    currency: str


def tell_reach(contacts: Iterable[Contact], purchases: Iterable[Purchase], origins: Iterable[Origin]) -> list[Reach]:
    """Whom each of these origins reached by these contacts, whether it reached anybody or not."""
    reached: defaultdict[Origin, dict[str, datetime]] = defaultdict(dict)
    for contact in sorted(contacts, key=lambda one: one.at):
        reached[contact.origin].setdefault(contact.person, contact.at)
    bought = {one.person: one.at for one in sorted(purchases, key=lambda one: one.at) if one.person is not None}
    names = sorted({*origins, *reached})
    return [_tell_reach(origin, reached.get(origin, {}), bought) for origin in names]


def tell_sales(credited: Iterable[Credit], origins: Iterable[Origin]) -> Sales:
    """What these purchases go back to; each of these origins has its row, and what goes back to nothing the last."""
    by_origin: defaultdict[Origin | None, list[Purchase]] = defaultdict(list)
    for credit in credited:
        by_origin[credit.origin].append(credit.purchase)
    everything = [purchase for found in by_origin.values() for purchase in found]
    currency = _find_currency(everything)
    names = {_name(origin): origin for origin in [*sorted({*origins, *filter(None, by_origin)}), None]}
    untold = find_untold({name: _weigh(by_origin.get(origin, ())) for name, origin in names.items()})
    hidden = names.keys() if untold is None else untold
    rows = [
        _tell(origin, by_origin.get(origin, ()), currency, is_hidden=name in hidden) for name, origin in names.items()
    ]
    total = _tell(None, everything, currency, is_hidden=untold is None)
    return Sales(rows, total.purchases, total.turnover, currency)


def _tell_reach(origin: Origin, reached: _Times, last_bought: _Times) -> Reach:
    buyers = sum(person in last_bought and at <= last_bought[person] for person, at in reached.items())
    group = Group(len(reached), buyers)
    # Where all of them bought, or none, everybody who was reached is known to have done so.
    share = bound_share(group) if min(buyers, group.people - buyers) >= K else None
    return Reach(origin, None if 0 < group.people < K else group.people, share)


def _tell(origin: Origin | None, purchases: Sequence[Purchase], currency: str, *, is_hidden: bool) -> Takings:
    """Zeros are told: nobody is in them."""
    if is_hidden and purchases:
        return Takings(origin, None, None)
    paid = sum((one.amount for one in purchases if one.currency == currency), Decimal())
    return Takings(origin, len(purchases), int(paid.to_integral_value(ROUND_HALF_UP)))


def _weigh(purchases: Sequence[Purchase]) -> Figure:
    """Each of those of whom nobody knows who they are counts as another: of them the tills tell the store as much."""
    known = {one.person for one in purchases if one.person is not None}
    return Figure(len(purchases), len(known) + sum(one.person is None for one in purchases))


def _find_currency(purchases: Iterable[Purchase]) -> str:
    """The one in which most was bought; empty where nothing was."""
    counts = Counter(one.currency for one in purchases)
    return min(counts, key=lambda one: (-counts[one], one), default="")


def _name(origin: Origin | None) -> str:
    return f"{origin.source}/{origin.name}" if origin else "~"
