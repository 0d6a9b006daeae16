from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.contract.money import Money
from kiosk.hub.domain.benefits.tender_rule import Quote, TenderRule, quote

_CENT = TenderRule(unit="points", worth=Decimal("0.01"), at_most=Decimal(25))
_ODD = TenderRule(unit="points", worth=Decimal("0.0033"))
_HALF = TenderRule(unit="points", worth=Decimal("0.005"))
_DEAR = TenderRule(unit="points", worth=Decimal("2.5"))
_CASHBACK = TenderRule(unit="EUR")


def _say(steps: int, worth: str) -> Quote:
    return Quote(steps, Money(Decimal(worth), "EUR"))


@pytest.mark.parametrize(
    ("rule", "have", "due", "wish", "expected"),
    [
        (_CENT, 500, "45.80", None, _say(500, "5.00")),
        (_CENT, 9000, "45.80", None, _say(2500, "25.00")),
        (_CENT, 9000, "3.99", None, _say(399, "3.99")),
        (_CENT, 500, "45.80", "120", _say(120, "1.20")),
        (_CENT, 0, "45.80", None, _say(0, "0.00")),
        (_CENT, 500, "0.00", None, _say(0, "0.00")),
        (_ODD, 1000, "1.00", None, _say(300, "0.99")),
        (_ODD, 1, "1.00", None, _say(0, "0.00")),
        (_CASHBACK, 1250, "8.40", None, _say(840, "8.40")),
        (_CASHBACK, 1250, "80.00", "2.50", _say(250, "2.50")),
        (_CASHBACK, 1250, "0.019", None, _say(1, "0.01")),
        (_HALF, 10, "1.00", "1", _say(0, "0.00")),
        (_HALF, 10, "1.00", "3.9", _say(2, "0.01")),
        (_HALF, 10, "1.00", None, _say(10, "0.05")),
        (_DEAR, 10, "2.00", None, _say(0, "0.00")),
        (_DEAR, 10, "8.00", None, _say(3, "7.50")),
    ],
)
def test_as_much_pays_as_she_has_may_and_wishes(
    rule: TenderRule, have: int, due: str, wish: str | None, expected: Quote
) -> None:
    assert quote(rule, have, Decimal(due), None if wish is None else Decimal(wish)) == expected


@given(
    have=some.integers(0, 10**9),
    due=some.decimals(0, 1000, places=2),
    worth=some.decimals("0.000001", 1000, places=6),
    most=some.decimals("0.01", 1000, places=2),
)
def test_never_more_than_is_due_and_than_she_has(have: int, due: Decimal, worth: Decimal, most: Decimal) -> None:
    quoted = quote(TenderRule(unit="points", worth=worth, at_most=most), have, due, None)

    assert 0 <= quoted.steps <= have
    assert 0 <= quoted.worth.amount <= min(due, most, quoted.steps * worth)


@given(
    worth=some.decimals("0.000001", 1000, places=6),
    parts=some.lists(some.tuples(some.integers(0, 10**5), some.decimals(0, 1000, places=2)), max_size=8),
)
def test_the_same_points_pay_no_more_in_parts_than_at_once(worth: Decimal, parts: list[tuple[int, Decimal]]) -> None:
    rule = TenderRule(unit="points", worth=worth)
    quotes = [quote(rule, have, due, None) for have, due in parts]
    steps, paid = sum(one.steps for one in quotes), sum(one.worth.amount for one in quotes)

    assert paid <= quote(rule, steps, Decimal(10**9), None).worth.amount
    assert all((one.steps - 1) * worth < one.worth.amount for one in quotes if one.steps)


@pytest.mark.parametrize(
    ("change", "phrase"),
    [
        ({"unit": "stamps"}, "points or money"),
        ({"unit": "coupons"}, "points or money"),
        ({"unit": "points", "of": "points"}, "points or money"),
        ({"unit": "EUR", "worth": Decimal("0.9")}, "worth what it says"),
        ({"unit": "EUR", "of": "CHF"}, "worth what it says"),
        ({"unit": "points", "worth": Decimal(0)}, "above 0"),
        ({"unit": "points", "worth": Decimal("nan")}, "above 0"),
        ({"unit": "points", "at_most": Decimal(-1)}, "above 0"),
        ({"unit": "points", "worth": Decimal("0.0000001")}, "6 decimals"),
        ({"unit": "points", "at_most": Decimal("0.001")}, "smallest coin"),
    ],
)
def test_what_could_not_be_paid_with_is_refused(change: dict[str, Any], phrase: str) -> None:
    with pytest.raises(ValueError, match=phrase):
        TenderRule(**change)
