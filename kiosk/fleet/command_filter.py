"""Lets each command through once, and only while it is meant to be carried out."""

from collections import deque
from datetime import datetime

from kiosk.fleet.command import Command, ShowNotice, Unreadable
from kiosk.fleet.messages import AnswerMessage, Reason

REMEMBERED = 1024
"""So many ids are known again. An older command can be said anew only if its sender gave it no `expires`."""


class CommandFilter:
    """Judges commands in the order in which they came."""

    def __init__(self) -> None:
        self._known: deque[str] = deque(maxlen=REMEMBERED)

    def admit(
        self, command: Command | AnswerMessage | Unreadable, wall: datetime, *, retained: bool
    ) -> Command | AnswerMessage | Unreadable:
        """The command as it was read, or the answer that refuses it, where it is known whom to answer.

        One that the broker kept from earlier is refused: it would be carried out anew at every start.
        """
        if isinstance(command, AnswerMessage | Unreadable):
            return command
        if retained:
            return AnswerMessage(command.id, Reason.RETAINED)
        ends = (command.expires, command.until if isinstance(command, ShowNotice) else None)
        if any(end is not None and wall >= end for end in ends):
            return AnswerMessage(command.id, Reason.EXPIRED)
        if command.id in self._known:
            return AnswerMessage(command.id, Reason.DUPLICATE)
        self._known.append(command.id)
        return command
