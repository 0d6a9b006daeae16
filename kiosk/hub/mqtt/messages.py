"""What the hub says to screens over MQTT, and what it hears, as the screens' own `asyncapi.json` has it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from kiosk.contract.instant import to_rfc3339
from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.offer import Id
from kiosk.contract.shelf_price import name_price_topic

HEARD = ("kiosk/v1/+/+/answer", "kiosk/v1/+/+/status")
"""What screens say, of whichever stores this hub has."""
KEPT = (name_price_topic("+", "+"),)
"""What brokers keep of what hubs said, be it of another database, or of this one before it was restored."""
LARGEST = 64 * 1024
"""Bytes of one message."""
HELD = timedelta(seconds=15)
"""So long a command waits at most to be carried out: what was asked for longer ago is asked for anew, or no more."""

Doing: TypeAlias = Literal["identify", "screenshot", "reload", "greet", "theme"]
Level: TypeAlias = Literal["info", "warning", "emergency"]
LEVELS: tuple[Level, ...] = ("info", "warning", "emergency")


class Answer(Struct, frozen=True):
    """What came of the command of this id: `reason` is `None` where it was carried out; `image` is WebP."""

    id: Id
    reason: Annotated[str, Meta(max_length=64)] | None = None
    image: bytes | None = None


class Fault(Struct, frozen=True):
    """Which part of a screen is not well."""

    part: Annotated[str, Meta(max_length=64)]


class Status(Struct, frozen=True):
    """Of what a screen says of itself, what decides whether it can hear, and whether it should."""

    state: Literal["online", "offline"]
    faults: Annotated[tuple[Fault, ...], Meta(max_length=32)] = ()


class Said(Struct, frozen=True):
    """What a screen said."""

    store: str
    screen: str
    what: Answer | Status


def read_said(topic: str, payload: bytes) -> Said | None:
    """Who said what; `None` for what no screen of today says."""
    *prefix, store, screen, noun = topic.split("/")
    if prefix != ["kiosk", "v1"] or len(payload) > LARGEST:
        return None
    kind: type[Answer | Status] = Answer if noun == "answer" else Status
    try:
        return Said(store, screen, msgspec.json.decode(payload, type=kind))
    except JSON_FLAWS:
        return None


def name_command_topic(store: str, screen: str) -> str:
    """Where this screen listens."""
    return f"kiosk/v1/{store}/{screen}/command"


def name_notice_topic(store: str) -> str:
    """Where all screens of the store listen."""
    return f"kiosk/v1/{store}/notice"


def write_command(command_id: str, do: Doing, now: datetime, more: Mapping[str, object]) -> bytes:
    """The command, which is not carried out once it is old."""
    return msgspec.json.encode({"id": command_id, "do": do, "expires": to_rfc3339(now + HELD), **more})


def write_notice(text: Mapping[str, str], level: str, until: datetime | None) -> bytes:
    """The notice."""
    notice = {"text": text, "level": level}
    return msgspec.json.encode(notice | ({"until": to_rfc3339(until)} if until else {}))
