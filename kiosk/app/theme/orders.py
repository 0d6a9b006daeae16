"""Carries out what the fleet says to wear: fetches what of it is not here, has it put on, and answers."""

from collections import deque
from collections.abc import Callable, Iterator

from kiosk.app.theme.packages import Download
from kiosk.app.theme.switch import ThemeSwitch
from kiosk.core.fault import FaultSink
from kiosk.fleet.command import ChooseTheme
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.loyalty.failure import ApiFailed, MediaRefused
from kiosk.poller import Poller

NOT_FETCHED = "not_fetched"
REFUSED = "refused"
REST_S = 5.0


class _Overtaken(Exception):
    """What is being fetched need not be waited for: the latest order needs nothing fetched."""


class ThemeOrders:
    """A thread of its own, for a download takes long, and notices wait for nobody.

    Of the orders that wait, the latest alone counts; where it needs no package, it ends the download of an older one.
    An order that was overtaken, or whose packages cannot be had now, is not answered: whoever still wants it gives it
    again. Faults: `theme` (`not_fetched`, `refused`); the theme that is worn stays.
    """

    def __init__(
        self,
        theme_switch: ThemeSwitch,
        download: Download,
        answer: Callable[[AnswerMessage], None],
        faults: FaultSink,
    ) -> None:
        self._theme_switch = theme_switch
        self._download = download
        self._answer = answer
        self._faults = faults
        self._waiting: deque[ChooseTheme] = deque(maxlen=1)
        self._poller = Poller("themes", self._look, REST_S)

    def start(self) -> None:
        """Begin."""
        self._poller.start()

    def stop(self) -> None:
        """Carry out what was put last, waiting a few seconds at most, and end."""
        self._poller.stop(looks_last=True)

    def put(self, order: ChooseTheme) -> None:
        """Have it carried out, some time, unless another is put before; returns at once, on any thread."""
        self._waiting.append(order)
        self._poller.wake()

    def _look(self) -> None:
        if self._waiting:
            self._carry_out(self._waiting.pop())

    def _carry_out(self, order: ChooseTheme) -> None:
        try:
            self._theme_switch.fetch(order, self._download_unless_overtaken)
        except _Overtaken:
            return
        except ApiFailed:
            self._faults.set_fault("theme", NOT_FETCHED)
            return
        except MediaRefused:
            reason: Reason | None = Reason.REFUSED
        else:
            reason = self._theme_switch.choose(order)
        if reason:
            self._faults.set_fault("theme", REFUSED)
        self._answer(AnswerMessage(order.id, reason))

    def _download_unless_overtaken(self, url: str, size: int) -> Iterator[bytes]:
        for chunk in self._download(url, size):
            # One with packages may be this very order, given again: it would never come to its end.
            if self._waiting and not self._waiting[0].packages:
                raise _Overtaken
            yield chunk
