"""What a rule gives for what a member did, and why: pure, so that it can be explained and tried without a shop."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from kiosk.contract.money import Money
from kiosk.hub.domain.benefits.rule import MOST, Rule
from kiosk.hub.domain.benefits.unit import Unit, count_steps, state_amount


class Award(Struct, frozen=True):
    """So many smallest steps of `unit` by the rule of this name; 0: nothing. `because` says why, in English."""

    rule: str
    unit: Unit
    steps: int
    because: str


class Counted(Struct, frozen=True):
    """How often the rule paid before: this member, on this day and ever, and all members likewise."""

    member_day: int = 0
    member: int = 0
    day: int = 0
    total: int = 0


def weigh(rule: Rule, paid: Money | None, day: date, counted: Counted) -> Award:
    """What the rule gives on this day of the store; `paid` is what she paid, if she bought and it was told."""
    obstacle = _find_end(rule, day) or _find_bound(rule, counted)
    if obstacle:
        return Award(rule.name, rule.unit, 0, obstacle)
    if rule.rate is None:
        return _give(rule, rule.amount or Decimal(0), "for each time")
    return _weigh_rate(rule, rule.rate, paid)


def _find_end(rule: Rule, day: date) -> str:
    if rule.start is not None and day < rule.start:
        return f"the rule begins on {rule.start}"
    return f"the rule ended on {rule.until}" if rule.until is not None and day > rule.until else ""


def _find_bound(rule: Rule, counted: Counted) -> str:
    limits = rule.limits
    bounds = (
        (limits.per_member_day, counted.member_day, "a member and day"),
        (limits.per_member, counted.member, "a member"),
        (limits.per_day, counted.day, "a day"),
        (limits.total, counted.total, "all"),
    )
    return next((f"paid {most} times for {whom} already" for most, was, whom in bounds if most and was >= most), "")


def _weigh_rate(rule: Rule, rate: Decimal, paid: Money | None) -> Award:
    if paid is None:
        return Award(rule.name, rule.unit, 0, "it was not told what was paid")
    if paid.currency != rule.of:
        return Award(rule.name, rule.unit, 0, f"the purchase was not in {rule.of}")
    if paid.amount < rule.at_least:
        return Award(rule.name, rule.unit, 0, f"the purchase was below {rule.at_least} {rule.of}")
    return _give(rule, paid.amount * rate, f"{rate} for each {rule.of} of {paid.amount} {rule.of}")


def _give(rule: Rule, amount: Decimal, because: str) -> Award:
    steps = count_steps(min(amount, rule.at_most), rule.unit)
    capped = f", at most {rule.at_most}" if amount > rule.at_most and rule.at_most < MOST else ""
    return Award(rule.name, rule.unit, steps, f"{because}{capped}: {state_amount(steps, rule.unit)} {rule.unit}")
