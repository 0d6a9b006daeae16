"""The lines of the play log, each a JSON object: a showing, and what followed from one."""

from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.core.effects import ShownReason

Place = Literal["main", "ticker"]


class Showing(Struct, frozen=True, tag="showing"):
    """Something was on the glass from `at` (aware) for so many `seconds`, and so many taps were answered meanwhile.

    Lines of the ticker run beside each other, and beside what is in the main `place`.
    """

    impression: str
    at: datetime
    seconds: float
    reason: ShownReason
    offer: str | None
    item: str | None
    taps: int = 0
    place: Place = "main"


class Kept(Struct, frozen=True, tag="kept"):
    """A tap kept the offer of this showing."""

    impression: str
    bookmark: str


class Accepted(Struct, frozen=True, tag="accepted"):
    """The loyalty API took the bookmark, be it days later."""

    bookmark: str


Entry: TypeAlias = Showing | Kept | Accepted
