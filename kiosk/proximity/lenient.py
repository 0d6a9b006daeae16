"""Reads the numbers of gateways, which write them as text, leave them empty or measure nothing at all."""

import re
import sys
from typing import Annotated, TypeAlias

from msgspec import Meta

from kiosk.proximity.path_loss import is_reading

LARGEST_PAYLOAD = 65_536
"""Bytes; a batch of a second fits, and nobody needs more."""
LONGEST_WORD = 64
ON_CHANGE_S = 60.0
"""What stands for an interval where a gateway speaks only when something changes: its silence means no leaving."""
FARTHEST_M = 1_000.0
"""Beyond this the gateway is mistaken (5.8e9 m was seen); no radio beacon is heard so far."""

Number: TypeAlias = float | Annotated[str, Meta(max_length=32)] | None
"""A number in a message: gateways write it as text and a missing one as null or empty text."""

_SPELLED = re.compile(r"\s*[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?\s*\Z", re.ASCII | re.IGNORECASE)
"""Numbers as gateways spell them; Python's own `float` takes `1_0` and the digits of every script besides."""


def read_number(value: Number) -> float | None:
    """The finite number that this is or spells; `None`: it is none."""
    if isinstance(value, str):
        value = float(value) if _SPELLED.match(value) else None
    # JSON has integers that no float holds, and arithmetic with those fails; of "not a number" no comparison is true.
    return value if value is not None and abs(value) <= sys.float_info.max else None


def read_positive(value: Number) -> float | None:
    """The number, where it is above zero: gateways write 0 for a distance or an interval that they do not know."""
    number = read_number(value)
    return number if number is not None and number > 0 else None


def read_rssi(value: Number) -> float | None:
    """The strength in dBm; `None`: nothing was measured (0, -0, 127 and -127 stand for that, and text may)."""
    number = read_number(value)
    if number is None or not is_reading(round(number)):
        return None
    return round(number) if number == round(number) else number


def read_word(payload: bytes) -> str | None:
    """A payload that is bare text, such as a room or a state; `None`: it is empty, long, no text or an object."""
    try:
        word = payload[:LONGEST_WORD].decode().strip()
    except UnicodeDecodeError:
        return None
    is_word = word.isprintable() and len(payload) < LONGEST_WORD and not word.startswith(("{", "[", '"'))
    return (word or None) if is_word else None


def is_absurd(value: Number) -> bool:
    """Whether this is no distance in metres that a gateway can mean."""
    number = read_number(value)
    return number is not None and not 0 <= number <= FARTHEST_M
