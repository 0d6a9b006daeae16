"""What the API answers: the contract's own types, written by msgspec, so that hub and screen cannot drift apart."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct
from starlette.responses import Response
from typing_extensions import override

from kiosk.contract.bookmark import BookmarkAnswer
from kiosk.contract.scan import ScanAnswer
from kiosk.hub.domain.profile.message import MessageContent
from kiosk.hub.web.screen_answers import (
    CatalogueAnswer,
    CheckInAnswer,
    EnrolmentAnswer,
    EventsAnswer,
    ShoppersAnswer,
    Waiting,
)
from kiosk.hub.web.shop_answers import ActionAnswer, PickupAnswer, TrackAnswer
from kiosk.hub.web.till_answers import (
    CardAnswer,
    HappeningAnswer,
    HoldAnswer,
    PaymentAnswer,
    ReceiptAnswer,
    RedemptionAnswer,
    RefundAnswer,
    ReturnAnswer,
)

_REF = "#/components/schemas/{name}"
PROBLEM_TYPE = "application/problem+json"  # as RFC 9457 names it


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
    MessageContent,
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
