from decimal import Decimal
from typing import Any

import msgspec
import pytest

from kiosk.hub.domain.benefits.rule import Rule

GOOD = {"name": "points", "on": "purchase", "unit": "points", "rate": "1"}


def _read(**changes: object) -> Rule:
    stated: dict[str, Any] = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    return msgspec.convert(stated, Rule)


def test_a_rule_is_read_as_it_is_written() -> None:
    rule = _read(rate="0.5", at_least="20", limits={"per_day": 3})

    assert (rule.rate, rule.at_least, rule.limits.per_day, rule.of) == (Decimal("0.5"), Decimal(20), 3, "EUR")


@pytest.mark.parametrize(
    ("changes", "phrase"),
    [
        ({"on": "like"}, "platform policy"),
        ({"on": "post", "rate": None, "amount": "1"}, "platform policy"),
        ({"on": "theft"}, "enum value"),
        ({"unit": "stamps"}, "points or money"),
        ({"amount": "1"}, "either an amount or a rate"),
        ({"rate": None}, "either an amount or a rate"),
        ({"on": "login"}, "goes by a purchase"),
        ({"of": "points"}, "by the currency"),
        ({"unit": "CHF"}, "in the currency of the purchase"),
        ({"rate": "-1"}, "between 0 and"),
        ({"rate": "NaN"}, "between 0 and"),
        ({"rate": "0.0000001"}, "decimals"),
        ({"rate": None, "amount": "0.4"}, "smallest step"),
        ({"name": "Über"}, "regex"),
        ({"limits": {"per_day": 0}}, ">= 1"),
        ({"limits": {"per_week": 1}}, "unknown field"),
        ({"color": "red"}, "unknown field"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_with_its_reason(changes: dict[str, object], phrase: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=phrase):
        _read(**changes)
