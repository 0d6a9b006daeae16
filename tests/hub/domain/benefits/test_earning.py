from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.money import Money
from kiosk.hub.domain.benefits.earning import Counted, weigh
from kiosk.hub.domain.benefits.rule import Limits, Rule

TODAY = date(2026, 11, 22)
POINTS = Rule("points", "purchase", "points", rate=Decimal(1))
CASH = Rule("cash", "purchase", "EUR", rate=Decimal("0.02"), at_least=Decimal(20), at_most=Decimal(10))
VISIT = Rule("visit", "check_in", "points", amount=Decimal(5), start=date(2026, 11, 1), until=TODAY)


def _euros(amount: str, currency: str = "EUR") -> Money:
    return Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("rule", "paid", "steps", "phrase"),
    [
        (POINTS, _euros("49.50"), 50, "1 for each EUR of 49.50 EUR: 50 points"),
        (POINTS, _euros("0.49"), 0, "0 points"),
        (POINTS, None, 0, "not told what was paid"),
        (POINTS, _euros("10", "CHF"), 0, "not in EUR"),
        (CASH, _euros("19.99"), 0, "below 20 EUR"),
        (CASH, _euros("20"), 40, "0.02 for each EUR of 20 EUR: 0.40 EUR"),
        (CASH, _euros("20.25"), 41, "0.41 EUR"),
        (CASH, _euros("900"), 1000, "at most 10: 10.00 EUR"),
        (VISIT, None, 5, "for each time: 5 points"),
    ],
)
def test_a_rule_gives_what_it_says_and_why(rule: Rule, paid: Money | None, steps: int, phrase: str) -> None:
    finding = weigh(rule, paid, TODAY, Counted())

    assert (finding.steps, finding.rule) == (steps, rule.name)
    assert phrase in finding.because


@pytest.mark.parametrize(
    ("day", "phrase"), [(date(2026, 10, 31), "begins on 2026-11-01"), (date(2026, 11, 23), "ended on 2026-11-22")]
)
def test_outside_of_its_days_a_rule_gives_nothing(day: date, phrase: str) -> None:
    finding = weigh(VISIT, None, day, Counted())

    assert (finding.steps, phrase in finding.because) == (0, True)


@pytest.mark.parametrize(
    ("limits", "counted", "phrase"),
    [
        (Limits(per_member_day=1), Counted(member_day=1), "paid 1 times for a member and day"),
        (Limits(per_member=3), Counted(member=3), "paid 3 times for a member already"),
        (Limits(per_day=2), Counted(day=5), "paid 2 times for a day"),
        (Limits(total=9), Counted(total=9), "paid 9 times for all"),
    ],
)
def test_a_limit_that_is_reached_is_named(limits: Limits, counted: Counted, phrase: str) -> None:
    rule = Rule("login", "login", "points", amount=Decimal(1), limits=limits)

    assert phrase in weigh(rule, None, TODAY, counted).because
    assert weigh(rule, None, TODAY, Counted()).steps == 1


@given(
    st.decimals(0, 10_000_000, places=4, allow_nan=False),
    st.decimals(0, 100, places=6, allow_nan=False),
)
def test_a_rate_is_off_by_half_a_cent_at_most_and_never_above_its_bound(paid: Decimal, rate: Decimal) -> None:
    rule = Rule("cash", "purchase", "EUR", rate=rate, at_most=Decimal(500))
    steps = weigh(rule, Money(paid, "EUR"), TODAY, Counted()).steps

    assert abs(steps - min(paid * rate, Decimal(500)) * 100) <= Decimal("0.5")
