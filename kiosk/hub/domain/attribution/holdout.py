"""What offers change: those to whom screens may show them against those to whom they never do. Pure.

Who is held out is a draw by hash (`kiosk/offers/control.py`), so both groups are alike but for what they are shown. All
who came to the store are compared, whether a screen showed them the offer or not, as they were drawn: so nothing that
people do themselves, like standing before a screen, can pass for an effect (intention to treat).
"""

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from kiosk.contract.offer import Offer
from kiosk.hub.domain.attribution.contact import Presence, Purchase
from kiosk.hub.domain.attribution.interval import Group, Interval, bound_difference
from kiosk.hub.domain.report.suppression import K
from kiosk.offers.control import is_held_out

Draw: TypeAlias = Sequence[Offer]
"""Offers for which the same people are held out."""


class Trials(Struct, frozen=True):
    """What is tried on whom: `seen` are those whom a screen knew as they came, for it shows nothing to anybody else."""

    draws: Sequence[Draw]
    salt: str
    seen: Sequence[Presence]


class Effect(Struct, frozen=True):
    """By how much more of those who could be shown these offers bought; `None`: there are too few to tell."""

    offers: Sequence[str]
    shown: Group | None
    held_out: Group | None
    difference: Interval | None


def name_draw(offer: Offer) -> str:
    """By what its draw is made: offers of one name are held out from the same people, or from some of the same."""
    return (offer.control.campaign if offer.control else None) or offer.id


def group_draws(offers: Sequence[Offer]) -> list[Draw]:
    """The offers with a control group, those of one campaign together."""
    draws: dict[str, list[Offer]] = {}
    for offer in offers:
        if offer.control:
            draws.setdefault(f"{name_draw(offer)}/{offer.control.share}", []).append(offer)
    return list(draws.values())


def find_effects(trials: Trials, purchases: Sequence[Purchase]) -> list[Effect]:
    """What each draw changed.

    Draws of one name lie one within the other, for it is the same hash. Where too few lie between two of them, those
    would be told by the difference: so only the one that holds out fewer is told.
    """
    told, effects = dict[str, Draw](), dict[int, Effect]()
    for place, draw in sorted(enumerate(trials.draws), key=lambda pair: _get_share(pair[1])):
        effect, name = find_effect(draw, trials.salt, trials.seen, purchases), name_draw(draw[0])
        if name in told and not _is_large(_count_between(told[name], draw, trials, purchases)):
            effect = Effect(effect.offers, None, None, None)
        elif effect.difference is not None:
            told[name] = draw
        effects[place] = effect
    return [effects[place] for place in range(len(trials.draws))]


def find_effect(draw: Draw, salt: str, seen: Sequence[Presence], purchases: Sequence[Purchase]) -> Effect:
    """What the offers of a draw changed in what those bought who came: after they came, whatever it was."""
    held = _find_held(draw, salt, seen)
    shown, held_out = (
        _count([one for one in seen if (one.person in held) is is_held], purchases) for is_held in (False, True)
    )
    names = tuple(offer.id for offer in draw)
    if not all(_is_large(group) for group in (shown, held_out)):
        return Effect(names, None, None, None)
    return Effect(names, shown, held_out, bound_difference(shown, held_out))


def _count(seen: Sequence[Presence], purchases: Sequence[Purchase]) -> Group:
    first_came = {one.person: one.at for one in sorted(seen, key=lambda one: one.at, reverse=True)}
    last_bought = {one.person: one.at for one in sorted(purchases, key=lambda one: one.at) if one.person is not None}
    buyers = sum(person in last_bought and at <= last_bought[person] for person, at in first_came.items())
    return Group(len(first_came), buyers)


def _count_between(inner: Draw, outer: Draw, trials: Trials, purchases: Sequence[Purchase]) -> Group:
    """Those who are held out by one of two draws alone."""
    inside, outside = (_find_held(draw, trials.salt, trials.seen) for draw in (inner, outer))
    return _count([one for one in trials.seen if one.person in inside ^ outside], purchases)


def _find_held(draw: Draw, salt: str, seen: Sequence[Presence]) -> set[str]:
    return {one.person for one in seen if is_held_out(draw[0], one.person, salt)}


def _get_share(draw: Draw) -> float:
    return draw[0].control.share if draw[0].control else 0.0


def _is_large(group: Group) -> bool:
    """Whether neither who bought nor who did not could be meant."""
    return min(group.buyers, group.people - group.buyers) >= K
