"""Answers who wants to see the glass from afar."""

from collections.abc import Callable
from functools import partial

from kiosk.core.effects import DeclinePicture, TakePicture
from kiosk.fleet.messages import AnswerMessage, Reason

Deliver = Callable[[bytes | None], None]


class PictureDesk:
    """`photograph` hands a small picture of the glass to whom it is given, or `None` where none can be had."""

    def __init__(self, photograph: Callable[[Deliver], None], answer: Callable[[AnswerMessage], None]) -> None:
        self._photograph = photograph
        self._answer = answer

    def serve(self, order: TakePicture | DeclinePicture) -> None:
        """Answer the command; returns at once, a picture follows from another thread."""
        if isinstance(order, TakePicture):
            self._photograph(partial(self._deliver, order.command))
        else:
            self._answer(AnswerMessage(order.command, Reason.PRIVATE))

    def _deliver(self, command: str, picture: bytes | None) -> None:
        self._answer(AnswerMessage(command, None if picture else Reason.NOT_POSSIBLE, picture))
