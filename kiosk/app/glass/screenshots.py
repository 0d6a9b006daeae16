"""Answers who wants to see the glass from afar."""

from collections.abc import Callable
from functools import partial
from threading import Lock

from kiosk.core.effects import DeclineScreenshot, TakeScreenshot
from kiosk.fleet.messages import AnswerMessage, Reason

Deliver = Callable[[bytes | None], None]


class Screenshots:
    """`take` hands a small picture of the glass to whom it is given, or `None` where none can be had.

    It must do so for each call. One picture is made at a time: unshrunk each takes 8 MB and more, so many that wait to
    be encoded would take all the memory there is.
    """

    def __init__(self, take: Callable[[Deliver], None], answer: Callable[[AnswerMessage], None]) -> None:
        self._take = take
        self._answer = answer
        self._camera = Lock()

    def serve(self, order: TakeScreenshot | DeclineScreenshot) -> None:
        """Answer the command; returns at once, a picture follows from another thread."""
        if isinstance(order, DeclineScreenshot):
            self._answer(AnswerMessage(order.command, Reason.PRIVATE))
        elif self._camera.acquire(blocking=False):
            self._take(partial(self._deliver, order.command))
        else:
            self._answer(AnswerMessage(order.command, Reason.REFUSED))

    def _deliver(self, command: str, picture: bytes | None) -> None:
        self._camera.release()
        self._answer(AnswerMessage(command, None if picture else Reason.NOT_POSSIBLE, picture))
