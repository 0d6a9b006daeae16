"""What the API answers: the contract's own types, written by msgspec, so that hub and screen cannot drift apart."""

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

import msgspec
from msgspec import Struct
from starlette.responses import Response
from typing_extensions import override

from kiosk.contract.bookmark import BookmarkAnswer
from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.contract.shopper import Shopper
from kiosk.hub.domain.profile.intake import Outcome
from kiosk.offers.posterior import Redeemed

_REF = "#/components/schemas/{name}"


class CatalogueAnswer(Struct, frozen=True):
    """All offers of a store, the loop of its screens, and what was redeemed of the bookmarks of the one that asks.

    `contacts_per_day` is how many offers a shopper is shown in a day at most; `None`: as the screen is set.
    `playlist_epoch` is when the loop's cycle began on all screens; `None`: each plays by itself.
    """

    store: str
    offers: list[Offer]
    playlist: list[Item]
    redeemed: Redeemed
    contacts_per_day: int | None
    playlist_epoch: datetime | None


class ShoppersAnswer(Struct, frozen=True):
    """The members that changed since the last cursor, and those that may be recognised no more."""

    cursor: str
    shoppers: list[Shopper]
    gone: list[str]


class EventsAnswer(Struct, frozen=True):
    """How many events were new, and how many were known already."""

    stored: int
    repeated: int


class RedemptionAnswer(Struct, frozen=True):
    """A bookmark that was redeemed, and when that was first said."""

    bookmark: str
    offer: str
    redeemed_at: datetime


class HoldAnswer(Struct, frozen=True):
    """A bookmark that is held for a basket, until then at most."""

    bookmark: str
    offer: str
    basket: str
    until: datetime | None


class Earned(Struct, frozen=True):
    """What a rule gave a member, in decimal text; 0 for nothing. `because` says why."""

    rule: str
    unit: str
    amount: Decimal
    because: str


class ActionAnswer(Struct, frozen=True):
    """What a member earned by an action."""

    earned: list[Earned]


class ReceiptAnswer(Struct, frozen=True):
    """A receipt that was kept; `nobody`: it belongs to no profile."""

    id: str
    member: Literal["known", "nobody"]


class TrackAnswer(Struct, frozen=True):
    """What came of each message, in their order; `success` is what senders look for."""

    results: list[Outcome]
    success: bool = True


class HappeningAnswer(Struct, frozen=True):
    """A happening as it is kept."""

    id: str
    kind: str
    is_over: bool


class ScreenSettings(Struct, frozen=True):
    """What the store's manager set for a screen."""

    zones: list[str]


class EnrolmentAnswer(Struct, frozen=True):
    """What a screen needs to speak for itself; the token is told this once."""

    token: str
    store: str
    screen: str
    settings: ScreenSettings


class Waiting(Struct, frozen=True):
    """Nobody approved the code yet: where that is done, and for how many more seconds it holds; ask again later."""

    approve_at: str
    expires_in: int
    status: str = "waiting"


class ProblemDetail(Struct, frozen=True):
    """A place in the request that breaks a rule: a JSON pointer and the rule's name, never the value."""

    pointer: str
    detail: str


class ProblemAnswer(Struct, frozen=True, omit_defaults=True):
    """Problem details (RFC 9457); `code` is stable, `detail` is for people."""

    title: str
    status: int
    code: str
    detail: str
    errors: tuple[ProblemDetail, ...] = ()


_TYPES = (
    CatalogueAnswer,
    ShoppersAnswer,
    BookmarkAnswer,
    RedemptionAnswer,
    HappeningAnswer,
    HoldAnswer,
    ActionAnswer,
    ReceiptAnswer,
    EventsAnswer,
    TrackAnswer,
    EnrolmentAnswer,
    Waiting,
    ProblemAnswer,
)


class Answer(Response):
    """A JSON answer made of one of the types above."""

    media_type = "application/json"

    @override
    def render(self, content: Struct) -> bytes:
        """As JSON text in UTF-8."""
        return msgspec.json.encode(content)


def describe(answer: type[Struct], meaning: str) -> dict[str, Any]:
    """An answer as OpenAPI describes it."""
    schema = {"$ref": _REF.format(name=answer.__name__)}
    return {"description": meaning, "content": {Answer.media_type: {"schema": schema}}}


def list_schemas() -> dict[str, Any]:
    """The JSON schemas of all answers, by name."""
    return msgspec.json.schema_components(_TYPES, ref_template=_REF)[1]
