"""Carries out what the fleet says to wear: fetches what of it is not here (any more), has it put on, and answers."""

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Lock

from kiosk.app.theme.choice import ChosenTheme
from kiosk.app.theme.packages import Download
from kiosk.app.theme.switch import ThemeSwitch
from kiosk.app.theme.worn import NOT_FETCHED, REFUSED
from kiosk.core.fault import FaultSink
from kiosk.fleet.command import ChooseTheme
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.loyalty.failure import ApiFailed, MediaRefused
from kiosk.poller import Poller
from kiosk.worker import Worker

REST_S = 5.0
PATIENCE_S = 900.0
"""So long a download may take."""
MEND_S = 30.0
"""So long after a try to fetch anew what the disk lost comes the next."""

_FLAWS = {
    Reason.REFUSED: "theme must keep the rules of themes: this screen's log says which one it breaks",
    Reason.UNKNOWN_THEME: "theme must be the name of one that this screen has, or that comes in packages",
}

_log = logging.getLogger(__name__)


class _Overtaken(Exception):
    """What is being fetched need not be waited for: the latest order needs nothing fetched."""


class ThemeOrders:
    """A thread of its own, for a download takes long, and notices wait for nobody.

    Of the orders that wait, the latest alone counts; where it needs no package, it ends the download of an older one,
    unless no theme here has its name.
    Who gave one that was overtaken is told so. One whose packages cannot be had now is not answered: whoever still
    wants it gives it again. What was chosen last and rotted on the disk is fetched anew without being asked for.
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
        self._turn = Lock()
        self._waiting: ChooseTheme | None = None
        self._poller = Poller("themes", self._look, REST_S, patience_s=PATIENCE_S)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin."""
        self._poller.start()

    def stop(self) -> None:
        """Carry out what was put last, waiting a few seconds at most, and end."""
        self._is_ending = True
        self._poller.stop(looks_last=True)

    def put(self, order: ChooseTheme) -> None:
        """Have it carried out, some time, unless another is put before; returns at once, on any thread."""
        overtaken = self._exchange(order)
        if overtaken:
            self._answer(AnswerMessage(overtaken.id, Reason.OVERTAKEN))
        self._poller.wake()

    def _exchange(self, order: ChooseTheme | None) -> ChooseTheme | None:
        """Let this one wait; the one that waited before."""
        with self._turn:
            before, self._waiting = self._waiting, order
        return before

    def _look(self) -> float | None:
        lost = None
        if order := self._exchange(None):
            self._carry_out(order)
        elif not self._is_ending and (lost := self._theme_switch.find_lost()):
            self._mend(lost)
        return self._mend_s if self._theme_switch.find_lost() else None

    def _carry_out(self, order: ChooseTheme) -> None:
        try:
            reason = self._put_on(ChosenTheme(order.theme, order.options, order.packages))
        except ApiFailed:
            return
        except _Overtaken:
            reason = Reason.OVERTAKEN
        self._answer_order(order, reason)

    def _answer_order(self, order: ChooseTheme, reason: Reason | None) -> None:
        self._answer(AnswerMessage(order.id, reason, flaw=_FLAWS.get(reason) if reason else None))

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
            waiting = self._waiting
            if waiting and not waiting.packages and not self._refuse_unknown(waiting):
                raise _Overtaken
            yield chunk

    def _refuse_unknown(self, waiting: ChooseTheme) -> bool:
        """Whether this order cannot be carried out anyway, and need not wait to be told so."""
        if self._theme_switch.knows(waiting.theme):
            return False
        with self._turn:
            is_still_waiting = self._waiting is waiting
            self._waiting = None if is_still_waiting else self._waiting
        if is_still_waiting:
            self._answer_order(waiting, Reason.UNKNOWN_THEME)
        return True
