"""An event of the screen as the loyalty API hears it (CloudEvents 1.0, JSON format)."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.contract.offer import Id

EventType = Literal[
    "kiosk.impression", "kiosk.play", "kiosk.tap", "kiosk.visit", "kiosk.stay", "kiosk.status", "kiosk.advisor"
]
"""The last three are no part of the contract: the store's own hub has a use for them, another server may refuse."""


class CloudEvent(Struct, frozen=True):
    """What happened; `id` makes a repeat harmless, `source` is `/{store}/{screen}`, `time` is aware.

    `data` never holds a card id or a device id, not even hashed. Two kinds alone say who, as `shopper`: a `kiosk.visit`
    by the pseudonym of a member who allows personal offers, who was before that `zone` for so many `seconds` from
    `time` on; and a `kiosk.stay` by that of one who may be recognised by her beacon, and is there for so long by now.
    """

    id: Id
    source: str
    type: EventType
    time: Annotated[datetime, Meta(tz=True)]
    data: dict[str, object] = {}
    specversion: Literal["1.0"] = "1.0"
