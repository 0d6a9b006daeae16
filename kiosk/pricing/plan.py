"""In which order the benefits of a basket come, and which of them contend for the same pieces."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from kiosk.pricing.act import LumpOff
from kiosk.pricing.claim import Claim, take
from kiosk.pricing.lot import Lot, sum_prices
from kiosk.pricing.simple import Simple, list_simple


class Step(NamedTuple):
    """A benefit that may be used, or be left out where others of its group contend for its pieces.

    Without a `claim` it ends a group: each piece that nobody took goes to the one of the `simple` that takes most off.
    """

    claim: Claim | None
    is_contended: bool
    simple: Simple


class Plan(NamedTuple):
    """The steps, group by group, and what comes off at last, for it takes the same off whatever came before."""

    steps: tuple[Step, ...]
    last: tuple[Claim, ...]


def make_plan(claims: Sequence[Claim], lots: Sequence[Lot]) -> Plan:
    """The plan for these claims. In a group, what saves most of what it takes comes first."""
    groups = sorted({claim.benefit.group for claim in claims})
    steps, last = list[Step](), list[Claim]()
    for group in groups:
        mine = sorted((one for one in claims if one.benefit.group == group), key=lambda one: _rate(one, lots))
        if group == groups[-1]:
            last = [one for one in mine if isinstance(one.act, LumpOff) and not _contends(one, mine)]
        steps += _list_steps([one for one in mine if one not in last])
    return Plan(tuple(steps), tuple(last))


def _list_steps(claims: Sequence[Claim]) -> list[Step]:
    steps = [Step(one, _contends(one, claims), {}) for one in claims if not one.is_simple]
    simple = list_simple([one for one in claims if one.is_simple])
    return [*steps, Step(None, is_contended=False, simple=simple)]


def _contends(claim: Claim, others: Sequence[Claim]) -> bool:
    return any(other is not claim and not claim.lines.isdisjoint(other.lines) for other in others)


def _rate(claim: Claim, lots: Sequence[Lot]) -> tuple[Fraction, str]:
    done = take(claim, lots)
    return -Fraction(done.saved, done.saved + sum_prices(done.taken)), claim.benefit.id
