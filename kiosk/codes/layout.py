"""The codes that a store prints on its own scales: where in the 13 digits the article stands, and where its measure.

Source: GS1 General Specifications, sections 2.1.12 (restricted circulation) and 7.9.2-7.9.4 (the measure's own check
digit); for Germany the handbook "Globale Artikelnummer GTIN in der Anwendung" of GS1 Germany, as `biip` states it.
"""

import re
from decimal import Decimal
from typing import Literal

from biip.checksums import gs1_price_weight_check_digit
from msgspec import Struct

from kiosk.codes.gtin import has_check_digit
from kiosk.codes.reading import Read, Reading, Refused, check_measures

Measure = Literal["weight", "price", "count"]
DIGITS = 13
_PATTERN = re.compile(r"(?P<prefix>02|2[0-9])(?P<item>I+)(?P<check>K?)(?P<value>V+)X", re.ASCII)
_CHECKED = (4, 5)
"""So many digits a measure has that has a check digit of its own."""


class Layout(Struct, frozen=True):
    """How the digits of a code are to be read.

    In `pattern` stand the digits of the prefix (20 to 29, or 02 for a UPC-A that begins with 2), then `I` for each
    digit of the item's number, `K` where the measure has a check digit of its own, `V` for each digit of the measure,
    and `X` for the code's check digit: `28IIIIKVVVVVX`. `decimals` says how many of the measure's digits stand behind
    the comma.
    Raises `ValueError` for another pattern.
    """

    pattern: str
    measure: Measure
    decimals: int = 0

    def __post_init__(self) -> None:
        """Refuse what would misread every code."""
        found = _PATTERN.fullmatch(self.pattern)
        if found is None or len(self.pattern) != DIGITS:
            message = "a layout has 13 places, such as 28IIIIKVVVVVX"
            raise ValueError(message)
        digits = len(found["value"])
        if (found["check"] and digits not in _CHECKED) or not 0 <= self.decimals <= digits:
            message = "a measure with a check digit has 4 or 5 digits, and none has more decimals than digits"
            raise ValueError(message)


GERMAN = (
    Layout("22IIIIKVVVVVX", "price", 2),
    Layout("23IIIIKVVVVVX", "price", 2),
    Layout("25IIIIKVVVVVX", "count"),
    Layout("26IIIIKVVVVVX", "count"),
    Layout("28IIIIKVVVVVX", "weight", 3),
    Layout("29IIIIKVVVVVX", "weight", 3),
)
GENERAL = (
    Layout("02IIIIIVVVVVX", "price", 2),
    Layout("20IIIIIVVVVVX", "price", 2),
    Layout("21IIIIIVVVVVX", "weight", 3),
)
"""Without a check digit of the measure, as scales are delivered."""


def find_layout(digits: str, layouts: tuple[Layout, ...]) -> Layout | None:
    """The layout that these 13 digits have; `None`: none of these."""
    return next((layout for layout in layouts if digits.startswith(layout.pattern[:2])), None)


def read_layout(digits: str, layout: Layout) -> Read:
    """What 13 digits of this layout say. The article goes by its prefix and the item's number."""
    value = _cut(digits, layout, "V")
    if not has_check_digit(digits):
        return Refused("wrong_check_digit")
    if "K" in layout.pattern and str(gs1_price_weight_check_digit(value)) != _cut(digits, layout, "K"):
        return Refused("wrong_measure_digit")
    return check_measures(_make_reading(digits[:2] + _cut(digits, layout, "I"), layout, int(value)))


def _make_reading(article: str, layout: Layout, value: int) -> Reading:
    amount = Decimal(value).scaleb(-layout.decimals)
    return Reading(
        article,
        weight=amount if layout.measure == "weight" else None,
        price=amount if layout.measure == "price" else None,
        count=int(amount) if layout.measure == "count" else None,
    )


def _cut(digits: str, layout: Layout, letter: str) -> str:
    return "".join(digit for digit, place in zip(digits, layout.pattern, strict=True) if place == letter)
