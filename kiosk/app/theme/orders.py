"""Carries out what the fleet says to wear: fetches what of it is not here (any more), has it put on, and answers."""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress

from kiosk.app.theme.choice import ChosenTheme
from kiosk.app.theme.packages import Download
from kiosk.app.theme.switch import ThemeSwitch
from kiosk.app.theme.worn import NOT_FETCHED, REFUSED
from kiosk.core.fault import FaultSink
from kiosk.fleet.command import ChooseTheme
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.loyalty.failure import ApiFailed, MediaRefused
from kiosk.poller import Poller

REST_S = 5.0
MEND_S = 30.0
"""So long after a try to fetch anew what the disk lost comes the next."""


_log = logging.getLogger(__name__)


class _Overtaken(Exception):
    """What is being fetched need not be waited for: the latest order needs nothing fetched."""


class ThemeOrders:
    """A thread of its own, for a download takes long, and notices wait for nobody.

    Of the orders that wait, the latest alone counts; where it needs no package, it ends the download of an older one.
    An order that was overtaken, or whose packages cannot be had now, is not answered: whoever still wants it gives it
    again. What was chosen last and rotted on the disk is fetched anew without being asked for.
    Faults: `theme` (`not_fetched`, `refused`); the theme that is worn stays.
    """

    def __init__(
        self,
        theme_switch: ThemeSwitch,
        download: Download,
        answer: Callable[[AnswerMessage], None],
        faults: FaultSink,
        mend_s: float = MEND_S,
    ) -> None:
        self._theme_switch = theme_switch
        self._download = download
        self._answer = answer
        self._faults = faults
        self._mend_s = mend_s
        self._is_ending = False
        self._waiting: deque[ChooseTheme] = deque(maxlen=1)
        self._poller = Poller("themes", self._look, REST_S)

    def start(self) -> None:
        """Begin."""
        self._poller.start()

    def stop(self) -> None:
        """Carry out what was put last, waiting a few seconds at most, and end."""
        self._is_ending = True
        self._poller.stop(looks_last=True)

    def put(self, order: ChooseTheme) -> None:
        """Have it carried out, some time, unless another is put before; returns at once, on any thread."""
        self._waiting.append(order)
        self._poller.wake()

    def _look(self) -> float | None:
        lost = None
        if self._waiting:
            self._carry_out(self._waiting.pop())
        elif not self._is_ending and (lost := self._theme_switch.find_lost()):
            self._mend(lost)
        return self._mend_s if self._theme_switch.find_lost() else None

    def _carry_out(self, order: ChooseTheme) -> None:
        with suppress(_Overtaken, ApiFailed):
            reason = self._put_on(ChosenTheme(order.theme, order.options, order.packages))
            self._answer(AnswerMessage(order.id, reason))

    def _mend(self, lost: ChosenTheme) -> None:
        with suppress(_Overtaken, ApiFailed):
            self._put_on(lost)

    def _put_on(self, choice: ChosenTheme) -> Reason | None:
        """Have it worn; why it may not be. Raises `ApiFailed`, or that it is overtaken."""
        try:
            self._theme_switch.fetch(choice, self._download_unless_overtaken)
            reason = self._theme_switch.choose(choice)
        except ApiFailed:
            self._faults.set_fault("theme", NOT_FETCHED)
            raise
        except MediaRefused as refused:
            _log.warning("a theme's package was refused: %s", refused.flaw)
            reason = Reason.REFUSED
        if reason:
            self._faults.set_fault("theme", REFUSED)
        return reason

    def _download_unless_overtaken(self, url: str, size: int) -> Iterator[bytes]:
        for chunk in self._download(url, size):
            # One with packages may be this very order, given again: it would never come to its end.
            if self._waiting and not self._waiting[0].packages:
                raise _Overtaken
            yield chunk
