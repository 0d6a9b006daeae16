"""What a channel must be able to do for the courier."""

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol, TypeAlias

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.domain.conversation.page import Page
from kiosk.hub.models.conversation.message import Message


class Outcome(Struct, frozen=True):
    """What came of a sending: sent, or not; `is_final`: it never will be, else it is tried again, `after` so long.

    At `gone` nobody is any more.
    """

    is_sent: bool
    is_final: bool = False
    after: timedelta | None = None
    gone: tuple[str, ...] = ()


Sending: TypeAlias = Callable[[], Outcome]
"""Sends, for as long as it takes; called where no transaction waits for it."""


class Carrier(Protocol):
    """A channel."""

    def prepare(self, session: Session, page: Page, message: Message) -> Sending | None:
        """How to send this message; `None`: she cannot be reached by this channel."""
