"""What offers change: those to whom screens may show them against those to whom they never do. Pure.

Who is held out is a draw by hash (`kiosk/offers/control.py`), so both groups are alike but for what they are shown. All
who came to the store are compared, whether a screen showed them the offer or not, as they were drawn: so nothing that
people do themselves, like standing before a screen, can pass for an effect (intention to treat).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from msgspec import Struct

from kiosk.contract.offer import Offer
from kiosk.hub.domain.attribution.contact import Coming, Purchase
from kiosk.hub.domain.attribution.interval import Group, Interval, bound_difference
from kiosk.hub.domain.report.suppression import K
from kiosk.offers.control import is_held_out

Draw: TypeAlias = Sequence[Offer]
"""Offers for which the same people are held out."""


class Trials(Struct, frozen=True):
    """What is tried on whom: `seen` are those whom a screen knew as they came, for it shows nothing to anybody else."""

    draws: Sequence[Draw]
    salt: str
    seen: Sequence[Coming]


class Effect(Struct, frozen=True):
    """By how much more of those who could be shown these offers bought; `None`: there are too few to tell."""

    offers: Sequence[str]
    shown: Group | None
    held_out: Group | None
    difference: Interval | None


def group_draws(offers: Sequence[Offer]) -> list[Draw]:
    """The offers with a control group, those of one campaign together."""
    draws: dict[str, list[Offer]] = {}
    for offer in offers:
        if offer.control:
            draws.setdefault(f"{offer.control.campaign or offer.id}/{offer.control.share}", []).append(offer)
    return list(draws.values())


def find_effect(draw: Draw, salt: str, seen: Sequence[Coming], purchases: Sequence[Purchase]) -> Effect:
    """What the offers of a draw changed in what those bought who came: after they came, whatever it was."""
    first_came = {one.person: one.at for one in sorted(seen, key=lambda one: one.at, reverse=True)}
    last_bought = {one.person: one.at for one in sorted(purchases, key=lambda one: one.at) if one.person is not None}
    held = {person for person in first_came if is_held_out(draw[0], person, salt)}
    shown, held_out = (
        _count({one: at for one, at in first_came.items() if (one in held) is is_held}, last_bought)
        for is_held in (False, True)
    )
    names = tuple(offer.id for offer in draw)
    if not all(_is_large(group) for group in (shown, held_out)):
        return Effect(names, None, None, None)
    return Effect(names, shown, held_out, bound_difference(shown, held_out))


def _count(came: Mapping[str, datetime], last_bought: Mapping[str, datetime]) -> Group:
    buyers = sum(person in last_bought and at <= last_bought[person] for person, at in came.items())
    return Group(len(came), buyers)


def _is_large(group: Group) -> bool:
    """Whether neither who bought nor who did not could be meant."""
    return min(group.buyers, group.people - group.buyers) >= K
