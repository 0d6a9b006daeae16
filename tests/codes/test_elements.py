from decimal import Decimal

import pytest
from biip.gs1_messages import GS1Message

from kiosk.codes.elements import read_elements
from kiosk.codes.reading import Read, Reading, Refused


def read(text: str, currency: str = "EUR") -> Read:
    return read_elements(GS1Message.parse_hri(text).element_strings, currency)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(01)04006381333931", Reading("04006381333931")),
        ("(01)04006381333931(3103)000195", Reading("04006381333931", weight=Decimal("0.195"))),
        ("(01)04006381333931(3922)599", Reading("04006381333931", price=Decimal("5.99"))),
        ("(01)04006381333931(3932)978599", Reading("04006381333931", price=Decimal("5.99"))),
        ("(01)04006381333931(30)6", Reading("04006381333931", count=6)),
        ("(02)04006381333931(37)24", Reading("04006381333931", count=24)),
        ("(01)04006381333931(10)L7(21)S9", Reading("04006381333931", batch="L7", serial="S9")),
    ],
)
def test_each_part_says_what_it_says(text: str, expected: Reading) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("(00)106141412345678908", "no_article"),
        ("(01)04006381333930", "wrong_check_digit"),
        ("(01)04006381333931(3932)840599", "other_currency"),
        ("(01)04006381333931(3932)999599", "other_currency"),
        ("(01)04006381333931(3103)000000", "absurd_measure"),
        ("(01)04006381333931(30)99999999", "absurd_measure"),
    ],
)
def test_what_names_no_article_or_cannot_be_is_refused(text: str, reason: str) -> None:
    assert isinstance(refused := read(text), Refused)
    assert refused.reason == reason
