"""The number that is printed on a store's cards: how it looks, and whether somebody mistyped it."""

import re
from typing import Literal, get_args

from msgspec import Struct

from kiosk.errors import KioskError

Check = Literal["gs1", "luhn"]
OPTION = "--card-numbers"
_FEWEST, _MOST = 6, 32
_GAPS = re.compile(r"[\s.-]")


class NumberingRefused(KioskError):
    """No card has such numbers; the text says how it is written."""

    def __init__(self) -> None:
        super().__init__(
            f"{OPTION}: write it as PREFIX:DIGITS:CHECK, such as 29:13:gs1, with up to {_MOST} digits in all "
            f"and the check digit by {' or '.join(get_args(Check))}"
        )


class Numbering(Struct, frozen=True):
    """Numbers of so many digits that begin with `prefix`, and end with a check digit."""

    prefix: str
    digits: int
    check: Check


def read_numbering(text: str) -> Numbering:
    """The numbering that this option names. Raises `NumberingRefused`."""
    match = re.fullmatch(r"([0-9]*):([0-9]{1,2}):(gs1|luhn)", text)
    digits = int(match[2]) if match else 0
    if match is None or not max(_FEWEST, len(match[1]) + 2) <= digits <= _MOST:
        raise NumberingRefused
    return Numbering(match[1], digits, "gs1" if match[3] == "gs1" else "luhn")


def read_number(numbering: Numbering, said: str) -> str | None:
    """The number that somebody typed or scanned, without its gaps; `None`: no card of the store bears it."""
    number = _GAPS.sub("", said)
    if not (number.isascii() and number.isdecimal() and number.startswith(numbering.prefix)):
        return None
    is_right = len(number) == numbering.digits and _add_up(number, numbering.check) % 10 == 0
    return number if is_right else None


def _add_up(number: str, check: Check) -> int:
    """The sum that the check digit, the last one, makes a multiple of ten.

    Every other digit before it counts threefold (GS1 General Specifications, 7.9), or doubled and, where that has two
    digits, as their sum (ISO/IEC 7812-1, annex B).
    """
    places = [int(digit) for digit in reversed(number)]
    if check == "gs1":
        return sum(places[::2]) + 3 * sum(places[1::2])
    return sum(places[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in places[1::2])
