"""Reads when a gateway says that it heard somebody; each make writes the time in its own way."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from msgspec.structs import replace

from kiosk.proximity.lenient import read_number
from kiosk.proximity.observation import Observation

LONGEST = 64
_MILLISECONDS = 1e11
"""As seconds it would be the year 5138: so great a number counts milliseconds."""
_FARTHEST = 1000 * _MILLISECONDS
_SCRIPT_DATE = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([-+]\d{4})(?: \([^)]*\))?", re.ASCII)
"""How JavaScript writes a date as text. Source: ECMA-262, Date.prototype.toString."""


def read_said_at(value: object) -> float | None:
    """Seconds since the epoch; `None`: no time, or one without its zone, which may be any of a day's hours.

    Whatever stands there makes no message unreadable.
    """
    if isinstance(value, str):
        number = read_number(value) if len(value) <= LONGEST else None
        return _read_date(value) if number is None else _as_seconds(number)
    return _as_seconds(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def date_by(value: object, observation: Observation | None) -> Observation | None:
    """The observation with the time that its message gives."""
    said_at = read_said_at(value)
    return observation if said_at is None or observation is None else replace(observation, said_at=said_at)


def _as_seconds(number: float) -> float | None:
    if not abs(number) <= _FARTHEST:  # true of what is no number, too
        return None
    return number / 1000 if number > _MILLISECONDS else float(number)


def _read_date(text: str) -> float | None:
    if len(text) > LONGEST:
        return None
    try:
        return _read_aware(text)
    except (ValueError, OverflowError):
        return None


def _read_aware(text: str) -> float | None:
    found = _SCRIPT_DATE.fullmatch(text)
    if found:
        month, day, year, time, offset = found.groups()
        moment = parsedate_to_datetime(f"{day} {month} {year} {time} {offset}")
    else:
        moment = datetime.fromisoformat(text)
    return None if moment.tzinfo is None else moment.timestamp()
