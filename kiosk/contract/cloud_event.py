"""An event of the screen as the loyalty API hears it (CloudEvents 1.0, JSON format)."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.contract.offer import Id

EventType = Literal["kiosk.impression", "kiosk.play", "kiosk.tap", "kiosk.visit", "kiosk.status", "kiosk.advisor"]
"""The last two are no part of the contract: the store's own hub shows them to its staff, another server may refuse."""


class CloudEvent(Struct, frozen=True):
    """What happened; `id` makes a repeat harmless, `source` is `/{store}/{screen}`, `time` is aware.

    `data` never holds a card id or a device id, not even hashed. A `kiosk.visit` alone says who: as `shopper`, by the
    pseudonym of a member who allows personal offers, who was before that `zone` for so many `seconds` from `time` on.
    """

    id: Id
    source: str
    type: EventType
    time: Annotated[datetime, Meta(tz=True)]
    data: dict[str, object] = {}
    specversion: Literal["1.0"] = "1.0"
