"""For how long the hub keeps what, as a store writes it down; what ships is in `retention.toml`."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from kiosk.errors import KioskError

RETENTION_OPTION = "--retention"
SHIPPED = Path(__file__).parent / "retention.toml"
What: TypeAlias = Literal[
    "screen_events",
    "segment_stays",
    "brought_messages",
    "past_happenings",
    "stray_mails",
    "orders",
    "basket_lines",
    "basket_changes",
    "visits",
    "pickups",
    "open_pickups",
    "released_payments",
    "screen_pictures",
    "idle_strangers",
    "idle_members",
    "deeds",
    "record_looks",
    "told_weeks",
    "told_months",
    "touches",
    "stock_moves",
    "gone_members",
    "void_passes",
    "tombstones",
]
COUNTED_WITHIN_DAYS = 14
"""So old a count of goods may be as it is brought in: what was sold since is known."""
_LEAST: Mapping[What, int] = MappingProxyType(
    {"deeds": 180, "told_weeks": 400, "told_months": 430, "stock_moves": COUNTED_WITHIN_DAYS}
)
"""The database itself lets no younger deed go, and what was told must not be told anew."""


class RetentionRefused(KioskError):
    """The durations cannot be used; the text says why."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{RETENTION_OPTION}: {why}")


class Keep(Struct, frozen=True, forbid_unknown_fields=True):
    """Keep this for so many days, and because of what."""

    what: What
    days: Annotated[int, Meta(ge=1, le=36_500)]
    why: Annotated[str, Meta(max_length=500)] = ""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    keep: tuple[Keep, ...] = ()


def read_retention(file: Path | None = None) -> tuple[Keep, ...]:
    """What ships, with what this file says instead. Raises `RetentionRefused`, and `OSError`."""
    keeps = {keep.what: keep for keep in _parse(SHIPPED.read_bytes())}
    if file is not None:
        keeps |= {keep.what: keep for keep in _parse(file.read_bytes())}
    for what, days in _LEAST.items():
        if keeps[what].days < days:
            message = f"{what} stay for {days} days at least"
            raise RetentionRefused(message)
    return tuple(keeps.values())


def _parse(content: bytes) -> tuple[Keep, ...]:
    try:
        keeps = msgspec.toml.decode(content, type=_File).keep
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RetentionRefused(str(error)) from error
    if len({keep.what for keep in keeps}) < len(keeps):
        message = "something is named twice"
        raise RetentionRefused(message)
    return keeps
