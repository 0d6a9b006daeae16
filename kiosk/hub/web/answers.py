"""What the API answers: the contract's own types, written by msgspec, so that hub and screen cannot drift apart."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

import msgspec
from msgspec import Struct
from starlette.responses import Response
from typing_extensions import override

from kiosk.contract.bookmark import BookmarkAnswer
from kiosk.contract.money import Money
from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.contract.scan import ScanAnswer
from kiosk.contract.shopper import Shopper
from kiosk.hub.domain.profile.intake import Outcome
from kiosk.hub.domain.profile.message import Message
from kiosk.hub.web.refund_answer import RefundAnswer
from kiosk.hub.web.visit_answers import CheckInAnswer, PickupAnswer
from kiosk.offers.posterior import Redeemed

_REF = "#/components/schemas/{name}"
PROBLEM_TYPE = "application/problem+json"  # as RFC 9457 names it


class CatalogueAnswer(Struct, frozen=True):
    """All offers of a store, the loop of its screens, and what was redeemed of the bookmarks of the one that asks.

    `contacts_per_day` is how many offers a shopper is shown in a day at most; `None`: as the screen is set.
    `playlist_epoch` is when the loop's cycle began on all screens; `None`: each plays by itself. `place` is what stands
    at the screen that asks: the `door`, the desk of `pick_up`, or nothing.
    """

    store: str
    offers: list[Offer]
    playlist: list[Item]
    redeemed: Redeemed
    contacts_per_day: int | None
    playlist_epoch: datetime | None
    place: str = ""


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


class CardAnswer(Struct, frozen=True):
    """A printed card, by its hash, that a member has."""

    card: str


class TakenBack(Struct, frozen=True):
    """So much of `unit` was taken back of what a purchase had earned; `owed` of it out of what she earns next."""

    unit: str
    amount: Decimal
    owed: Decimal


class ReturnAnswer(Struct, frozen=True):
    """Goods that were brought back, and what was taken back for it."""

    id: str
    receipt: str
    taken: list[TakenBack]


class PaymentAnswer(Struct, frozen=True):
    """What pays: so much of `unit`, which is worth `worth`; it is held until then at most.

    `remains` is what she has of the unit beside that.
    """

    id: str
    state: str
    unit: str
    amount: Decimal
    worth: Money
    until: datetime | None
    remains: Decimal


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
    CheckInAnswer,
    ScanAnswer,
    PickupAnswer,
    RedemptionAnswer,
    HappeningAnswer,
    HoldAnswer,
    ActionAnswer,
    ReceiptAnswer,
    ReturnAnswer,
    RefundAnswer,
    PaymentAnswer,
    CardAnswer,
    EventsAnswer,
    TrackAnswer,
    EnrolmentAnswer,
    Waiting,
    ProblemAnswer,
    Message,
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
    media_type = PROBLEM_TYPE if answer is ProblemAnswer else Answer.media_type
    return {"description": meaning, "content": {media_type: {"schema": schema}}}


def take_json(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A body as OpenAPI describes it that a route reads by itself: a JSON object of this schema."""
    body = schema if "$ref" in schema else {"type": "object", **schema}
    return {"requestBody": {"content": {Answer.media_type: {"schema": body}}, "required": True}}


def list_schemas() -> dict[str, Any]:
    """The JSON schemas of all answers, by name, and of what routes read by themselves."""
    return msgspec.json.schema_components(_TYPES, schema_hook=_describe_other, ref_template=_REF)[1]


def _describe_other(kind: type) -> dict[str, Any]:
    """What may be anything, which alone has no schema of its own."""
    if kind is object:
        return {"description": "Any JSON."}
    raise NotImplementedError
