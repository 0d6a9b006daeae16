"""The loop as the catalogue states it: what the screen plays while nobody is near."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Id, MediaRef


class Item(Struct, frozen=True):
    """One item of the loop, shown for `seconds`; `offer` is the id of the offer that it shows, or keeps at a tap."""

    id: Id
    kind: Literal["image", "video", "offer"]
    media: MediaRef | None = None
    media_portrait: MediaRef | None = None
    offer: Id | None = None
    seconds: Annotated[float, Meta(ge=1, le=3600)] = 8
    dayparts: tuple[Daypart, ...] = ()

    def __post_init__(self) -> None:
        """An item must have something to show."""
        if self.kind == "offer" and self.offer is None:
            message = "an item of kind offer needs the id of the offer"
            raise ValueError(message)
        if self.kind != "offer" and self.media is None:
            message = f"an item of kind {self.kind} needs media"
            raise ValueError(message)
