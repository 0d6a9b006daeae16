"""Takes a gateway's bytes apart, so that every make refuses what it cannot read in the same way."""

from collections.abc import Callable, Iterable
from typing import Annotated, TypeAlias, TypeVar

from msgspec import Meta, Raw

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.proximity.lenient import LARGEST_PAYLOAD
from kiosk.proximity.observation import Ignored

Parsed = TypeVar("Parsed")

Name: TypeAlias = Annotated[str, Meta(max_length=128)] | None
"""What a message calls a device or a place; gateways write a missing one as null or empty text."""

HEAD = 1024
"""Bytes in which a make shows itself, so that nobody can make a search long."""

UNREADABLE = Ignored("not in the gateway's format", broken=True)
OWN_STATUS = Ignored("the gateway's own status")
NOBODY = Ignored("nobody was heard")


def parse(decode: Callable[[bytes], Parsed], payload: bytes, most: int = LARGEST_PAYLOAD) -> Parsed | Ignored:
    """What a decoder of msgspec makes of so many bytes at most, or why it makes nothing; it never raises."""
    if len(payload) > most:
        return Ignored("too large", broken=True)
    try:
        return decode(payload)
    except JSON_FLAWS:
        return UNREADABLE


def parse_each(decode: Callable[[bytes], Parsed], parts: Iterable[Raw]) -> list[Parsed]:
    """What a decoder makes of the parts of a batch; one that it cannot read costs only itself."""
    parsed = (parse(decode, bytes(part)) for part in parts)
    return [part for part in parsed if not isinstance(part, Ignored)]


def parse_text(payload: bytes) -> str | Ignored:
    """The payload as text."""
    return parse(bytes.decode, payload)
