"""What the hub hears of its screens besides what they ask for: that they are there, and how they say they are."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.century import refuse_far_times
from kiosk.hub.models.catalogue.offer import find_offer
from kiosk.hub.models.screens.screen_state import CALLED, hear_screen, note_call, note_status
from kiosk.hub.models.store.event import Event

STATUS = "kiosk.status"
"""The type of the event whose data hold the members of a screen's status on the broker."""
CALL = "kiosk.advisor"
"""The type of the event of somebody at a screen who wants advice."""
_Word = Annotated[str, Meta(max_length=64, pattern=r"^[^\ud800-\udfff]*\Z")]  # half a character no page can write
_Count = Annotated[int, Meta(ge=0, le=10**9)]


class ToldFault(Struct, frozen=True):
    """What is wrong with one part of the screen."""

    part: _Word
    code: _Word = ""
    since: Annotated[datetime, Meta(tz=True)] | None = None

    def __post_init__(self) -> None:
        """Refuse a time that no page can write."""
        if self.since:
            refuse_far_times(self.since)


class ToldOutbox(Struct, frozen=True):
    """How many kept offers the screen has not handed over yet, and how many of those nobody takes."""

    waiting: _Count = 0
    dead: _Count = 0


class Told(Struct, frozen=True):
    """What a screen tells of itself; members beyond these are not kept."""

    scene: _Word | None = None
    version: _Word = ""
    theme: _Word = ""
    faults: Annotated[tuple[ToldFault, ...], Meta(max_length=32)] = ()
    outbox: ToldOutbox = ToldOutbox()


class Call(Struct, frozen=True):
    """What somebody wants advice on, and in which language."""

    offer: _Word = ""
    language: _Word = ""


def hear_caller(hub: Hub, store_id: str, screen_id: str) -> None:
    """Note that this screen asks. It is only news: what the screen asks for is answered even if it cannot be noted."""
    with suppress(DBAPIError), hub.database.write() as session:
        hear_screen(session, store_id, screen_id, hub.now())


def take_statuses(session: Session, events: Sequence[Event]) -> list[Event]:
    """Note what the last status among these events says, and give back the others, which are to be kept."""
    for event in events:
        told = _read_told(event.data) if event.type == STATUS else None
        if told is not None:
            note_status(session, event.store_id, event.screen_id, msgspec.to_builtins(told), event.received_at)
    return [event for event in events if event.type != STATUS]


def take_calls(session: Session, events: Sequence[Event]) -> None:
    """Note who of these wants advice, with the name of the offer that she looks at, where it is one of the store's.

    These events were never heard before; who called too long ago is there no more.
    """
    for event in events:
        call = _read_call(event.data) if event.type == CALL else None
        # A screen's clock may run ahead, and nobody calls in the future.
        called_at = min(event.happened_at or event.received_at, event.received_at)
        if call is not None and event.received_at - called_at <= CALLED:
            offer = find_offer(session, call.offer)
            title = offer.title if offer and offer.store_id == event.store_id else {}
            called_for = {"language": call.language, "title": title}
            note_call(session, event.store_id, event.screen_id, called_for, called_at)


def _read_call(data: dict[str, Any]) -> Call | None:
    try:
        return msgspec.convert(data, Call)
    except msgspec.ValidationError:
        return None


def _read_told(data: dict[str, Any]) -> Told | None:
    """What it tells; nothing where a newer screen tells it otherwise."""
    try:
        return msgspec.convert(data, Told)
    except msgspec.ValidationError:
        return None
