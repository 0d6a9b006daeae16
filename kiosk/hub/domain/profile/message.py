"""A message as web shops and apps send it, read once: into who it names, what happened and what she allows.

Source: Segment's HTTP Tracking API (identify, track, page; `messageId`, `anonymousId`, `userId`, `context`), its
e-commerce events, and its consent context (`categoryPreferences`).
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Raw, Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.hub.domain.century import refuse_far_times

Type = Literal["identify", "track", "page"]
Id = Annotated[str, Meta(min_length=1, max_length=128, pattern=r"^[^\x00-\x1f\x7f]+$")]
Time = Annotated[datetime, Meta(tz=True)]
MOST_BYTES = 32 * 1024
"""Of one message, as Segment has it."""


Refusal = Literal["malformed", "too_large", "too_old", "nobody_proven"]
"""Why a message is not taken; sent again as it is, it is not taken either."""
_TEXT = re.compile(r"[^\n\ud800-\udfff]+")
"""What the pattern of JSON Schema cannot say: in Python it lets a line end pass at the end."""
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""As JSON writes it, behind no backslash that stands for itself: PostgreSQL keeps no text that has one."""
_MALFORMED: Refusal = "malformed"
_TOO_LARGE: Refusal = "too_large"


class MessageRefused(ValueError):
    """A message that cannot be taken; `code` says why, and nothing repeats what came in."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(code)
        self.code: Refusal = code


class Said(Struct, frozen=True, rename="camel"):
    """What she said to the purposes of consent, by their names."""

    category_preferences: dict[str, bool] = {}


class Context(Struct, frozen=True):
    """Of what surrounds a message, what is heeded here."""

    consent: Said | None = None


class MessageContent(Struct, frozen=True, rename="camel"):
    """What a message holds, whatever its type; what it has beyond this is not read."""

    message_id: Id | None = None
    user_id: Id | None = None
    anonymous_id: Id | None = None
    event: Annotated[str, Meta(max_length=128)] = ""
    properties: dict[str, object] = {}
    traits: dict[str, object] = {}
    context: Context = Context()
    timestamp: Time | None = None
    sent_at: Time | None = None

    def __post_init__(self) -> None:
        """Raise `ValueError` for an id that ends in a line's end, or in half a letter."""
        if not all(_TEXT.fullmatch(one) for one in (self.message_id, self.user_id, self.anonymous_id) if one):
            message = "not a text"
            raise ValueError(message)

    def allows(self, purpose: str) -> bool | None:
        """What it says to this purpose; `None`: nothing."""
        consent = self.context.consent
        return consent.category_preferences.get(purpose) if consent else None


class Message(MessageContent, frozen=True, kw_only=True):
    """One message."""

    type: Type


class Batch(Struct, frozen=True):
    """Many messages, each read by itself: a bad one harms no other."""

    batch: Annotated[list[Raw], Meta(max_length=1000)]


def read_message(content: bytes, kind: Type | None = None) -> Message:
    """The message; `kind` is its type where the address said so. Raises `MessageRefused`."""
    if len(content) > MOST_BYTES:
        raise MessageRefused(_TOO_LARGE)
    if _NUL.search(content):
        raise MessageRefused(_MALFORMED)
    try:
        members = msgspec.json.decode(content, type=dict[str, object])
        return msgspec.convert({**members, "type": kind} if kind else members, Message)
    except JSON_FLAWS as error:
        raise MessageRefused(_MALFORMED) from error


def read_time(message: Message, now: datetime) -> datetime:
    """When it happened by our clock: the sender's may be wrong, and what it calls now tells by how much.

    Nothing happens in the future. Raises `MessageRefused` for a time of another century.
    """
    said, sent = message.timestamp, message.sent_at
    try:
        for time in (said, sent):
            if time:
                refuse_far_times(time)
    except ValueError as error:
        raise MessageRefused(_MALFORMED) from error
    if said is None:
        return now
    return min(now - (sent - said) if sent else said, now).astimezone(UTC)


def get_text(members: Mapping[str, object], *names: str) -> str:
    """The first of these members that is a text, or a number as text."""
    found = (members.get(name) for name in names)
    return next((str(one).strip() for one in found if isinstance(one, str | int | float) and str(one).strip()), "")
