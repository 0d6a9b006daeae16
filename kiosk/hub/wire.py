"""The small types that requests are made of."""

import json
import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field

Id = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[^\x00-\x1f\x7f]+$")]
"""Opaque text, at most 128 characters, none of them a control character."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
"""A language code (ISO 639)."""


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
