"""Carries out what the fleet says to wear: fetches what of it is not here, has it put on, and answers."""

from collections.abc import Callable

from kiosk.app.files.theme_packages import Download
from kiosk.app.theme_switch import ThemeSwitch
from kiosk.core.fault import FaultSink
from kiosk.fleet.command import ChooseTheme
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.loyalty.failure import ApiFailed, MediaRefused
from kiosk.mailbox import Mailbox

NOT_FETCHED = "not_fetched"
REFUSED = "refused"


class ThemeOrders:
    """A thread of its own, for a download takes long, and notices wait for nobody.

    An order whose packages cannot be had now is not answered: whoever gave it
    gives it again. Faults: `theme` (`not_fetched`, `refused`); the theme that is worn stays.
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
        self._mailbox = Mailbox("themes", self._take)

    def start(self) -> None:
        """Begin."""
        self._mailbox.start()

    def stop(self) -> None:
        """Carry out what was put, waiting a few seconds at most, and end."""
        self._mailbox.stop()

    def put(self, order: ChooseTheme) -> None:
        """Have it carried out, some time; returns at once, on any thread."""
        self._mailbox.put(order)

    def _take(self, order: ChooseTheme) -> None:
        try:
            self._theme_switch.fetch(order, self._download)
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
