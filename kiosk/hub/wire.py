"""The small types that requests are made of."""

import json
import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, Field

Id = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[^\x00-\x1f\x7f]+$")]
"""Opaque text, at most 128 characters, none of them a control character."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
"""A language code (ISO 639)."""

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
_LAST = datetime(2100, 1, 1, tzinfo=UTC)


def refuse_far_times(value: datetime) -> datetime:
    """Raise `ValueError` outside 2000 to 2100: at the calendar's ends a time has no equal in UTC."""
    if not _FIRST <= value < _LAST:
        message = "not of this century"
        raise ValueError(message)
    return value


Moment = Annotated[AwareDatetime, AfterValidator(refuse_far_times)]
"""A time with offset, of the years 2000 to 2099."""


def refuse_odd_numbers(value: dict[str, Any]) -> dict[str, Any]:
    """Raise `ValueError` for NaN and the infinities, which Python reads as JSON and no database does."""
    json.dumps(value, allow_nan=False)
    return value


JsonObject = Annotated[dict[str, Any], AfterValidator(refuse_odd_numbers)]
"""Any JSON object."""

_HASH = re.compile(r"[0-9a-f]{64}")


def is_hash(text: str) -> bool:
    """Whether this is 64 lower-case hex digits."""
    return _HASH.fullmatch(text) is not None
