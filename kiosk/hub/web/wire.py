"""The small types that requests are made of."""

import json
from decimal import Decimal
from typing import Annotated, Any, Literal, Protocol, Self, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, WithJsonSchema, model_validator

from kiosk.contract.money import LARGEST, Money
from kiosk.hub.domain.century import refuse_far_times
from kiosk.hub.domain.digest import is_hash

Id = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[^\x00-\x1f\x7f]+$")]
"""Opaque text, at most 128 characters, none of them a control character."""

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""A hash, as 64 lower-case hex digits."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
"""A language code (ISO 639)."""


_OF_THIS_CENTURY = {"type": "string", "format": "date-time", "pattern": "^20[0-9]{2}-"}

Moment = Annotated[AwareDatetime, AfterValidator(refuse_far_times), WithJsonSchema(_OF_THIS_CENTURY)]
"""A time with offset, of the years 2000 to 2099."""


def refuse_odd_numbers(value: dict[str, Any]) -> dict[str, Any]:
    """Raise `ValueError` for NaN and the infinities, which Python reads as JSON and no database does."""
    json.dumps(value, allow_nan=False)
    return value


class _PlacedIn(Protocol):
    """What is said of the line at this place."""

    line: int


_Placed = TypeVar("_Placed", bound=_PlacedIn)


def refuse_repeats(lines: list[_Placed] | None) -> list[_Placed] | None:
    """Raise `ValueError` where a line is named twice."""
    if lines is not None and len({one.line for one in lines}) < len(lines):
        message = "a line is named once"
        raise ValueError(message)
    return lines


class MoneyIn(BaseModel):
    """An amount in a currency, as decimal text."""

    amount: Annotated[Decimal, Field(ge=0, le=LARGEST, max_digits=12, decimal_places=4)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]

    def read(self) -> Money:
        """As the contract has it."""
        return Money(self.amount, self.currency)


JsonObject = Annotated[dict[str, Any], AfterValidator(refuse_odd_numbers)]
"""Any JSON object."""


class CredentialIn(BaseModel):
    """What the tap proved: a hash for uid and ndef, else a text that is single-use or signed."""

    kind: Literal["uid", "ndef", "sun", "qr"]
    value: Annotated[str, Field(min_length=1, max_length=1024)]

    @model_validator(mode="after")
    def refuse_raw_id(self) -> Self:
        """A card's id comes hashed or not at all."""
        if self.kind in ("uid", "ndef") and not is_hash(self.value):
            message = "not a hash"
            raise ValueError(message)
        return self
