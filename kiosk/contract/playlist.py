"""The loop as the catalogue states it: what the screen plays while nobody is near."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.contract.daypart import Daypart, is_open
from kiosk.contract.offer import Id, MediaRef, Validity, Words

Seconds = Annotated[float, Meta(ge=1, le=3600)]
Weight = Annotated[int, Meta(ge=1, le=100)]


class Item(Struct, frozen=True):
    """One item of the loop, shown for `seconds`; `offer` is the id of the offer that it shows, or keeps at a tap.

    A video of the catalogue plays for its own length instead, whatever its `seconds` are.

    While an item of higher `priority` may play, no lower one does; among equals each has a share of the plays by its
    `weight`. The title of a `ticker` runs beside all of them. The kinds `text` and `ticker`, `title`, `text`, `valid`,
    `priority` and `weight` go beyond the published contract, which lets both sides ignore what they do not know: a
    server without them loses nothing.
    """

    id: Id
    kind: Literal["image", "video", "offer", "text", "ticker"]
    media: MediaRef | None = None
    media_portrait: MediaRef | None = None
    offer: Id | None = None
    title: Words = {}
    text: Words = {}
    seconds: Seconds = 8
    valid: Validity = Validity()
    dayparts: tuple[Daypart, ...] = ()
    priority: int = 0
    weight: Weight = 1

    def __post_init__(self) -> None:
        """An item must have something to show."""
        if self.kind == "offer" and self.offer is None:
            message = "an item of kind offer needs the id of the offer"
            raise ValueError(message)
        if self.kind in {"text", "ticker"} and not self.title:
            message = f"an item of kind {self.kind} needs a title"
            raise ValueError(message)
        if self.kind in {"image", "video"} and self.media is None:
            message = f"an item of kind {self.kind} needs media"
            raise ValueError(message)

    def is_on(self, local: datetime) -> bool:
        """Whether its validity and its windows of the week allow it at this time, which is the store's own."""
        return self.valid.covers(local) and is_open(self.dayparts, local)
