"""The messages of this screen, field by field as `asyncapi.json` publishes them."""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.contract.offer import Id
from kiosk.core.effects import ShownReason, TapOutcome
from kiosk.core.fault import Part

Time = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
"""RFC 3339 in UTC with milliseconds."""
Count = Annotated[int, Meta(ge=0)]
Milliseconds = Annotated[float, Meta(ge=0)]


class Fault(Struct, frozen=True):
    """What is wrong with one part, and since when."""

    part: Part
    code: str
    since: Time


class Outbox(Struct, frozen=True):
    """Bookmarks on disk: those that still wait to be delivered, and those that the loyalty API will not take."""

    waiting: Count = 0
    dead: Count = 0


class StatusMessage(Struct, frozen=True):
    """How the screen is; `offline` tells of the outbox alone, at `since`: in a last will when the line came up."""

    state: Literal["online", "offline"]
    since: Time
    scene: str | None
    version: str
    theme: str
    faults: list[Fault]
    outbox: Outbox
    presence_age_s: Annotated[float, Meta(ge=0)] | None


class ShownMessage(Struct, frozen=True):
    """What is on the glass, once the frame that shows it was swapped."""

    impression: Id
    offer: Id | None
    item: Id | None
    reason: ShownReason
    trigger: str | None
    shown_at: Time
    latency_ms: Milliseconds


class TapMessage(Struct, frozen=True):
    """What a tap came to, once the frame that acknowledges it was swapped; never whose card it was."""

    bookmark: Id | None
    offer: Id | None
    outcome: TapOutcome
    latency_ms: Milliseconds


class Reason(StrEnum):
    """Why a command was not carried out."""

    MALFORMED = "malformed"
    UNKNOWN = "unknown"
    RETAINED = "retained"
    EXPIRED = "expired"
    DUPLICATE = "duplicate"
    PRIVATE = "private"
    """The glass shows what is one shopper's affair: try again in a moment."""
    REFUSED = "refused"
    """The theme breaks a rule: the screen's log says which. Or a picture is already being made."""
    NOT_POSSIBLE = "not_possible"
    OVERTAKEN = "overtaken"
    UNKNOWN_THEME = "unknown_theme"
    """The screen has no theme of that name, and none came with the command."""
    """Another theme was chosen before this one could be put on."""


class AnswerMessage(Struct, frozen=True):
    """What came of the command of this id: `reason` is `null` where it was carried out.

    `image` is what is on the glass, where that was asked for: WebP, in JSON as base64. `flaw` says of one that was
    malformed, or whose theme cannot be worn, which key is wrong, and what is allowed there.
    """

    id: Id
    reason: Reason | None = None
    image: bytes | None = None
    flaw: str | None = None


def name_topic(store: str, screen: str, noun: Literal["status", "shown", "tap", "command", "answer"]) -> str:
    """The topic under this screen's own prefix."""
    return f"kiosk/v1/{store}/{screen}/{noun}"


def name_notice_topic(store: str) -> str:
    """The topic of the store's notice."""
    return f"kiosk/v1/{store}/notice"
