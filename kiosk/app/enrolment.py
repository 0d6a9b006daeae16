"""Has a new screen let in while it plays what it has: what it says meanwhile, and when it is in."""

import logging
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.poller import Poller
from kiosk.screen.text.enrolling import Enrolling, Sign, phrase_sign
from kiosk.settings import Settings
from kiosk.settings.enrolled import awaits_enrolment

if TYPE_CHECKING:  # only a new screen loads them
    from kiosk.loyalty.admission import Standing
    from kiosk.loyalty.applicant import Applicant

_log = logging.getLogger(__name__)

ADMITTED = 75
"""The exit code of a screen that was let in: it starts anew, as who it now is (`EX_TEMPFAIL` of sysexits.h)."""
REST_S = 10.0
"""After what nobody foresaw, and where the token cannot be kept."""


class Enrolment:
    """Asks on a thread of its own where it `is_due`; `bring` belongs to the GUI thread, `wake` has it called there."""

    def __init__(self, settings: Settings, wake: Callable[[], None]) -> None:
        self.is_due = awaits_enrolment(settings)
        self._settings = settings
        self._wake = wake
        self._told = deque([Enrolling("", settings.loyalty.url)] if self.is_due else [])
        self._code = ""
        self._applicant: Applicant | None = None
        self._poller: Poller | None = None

    def start(self) -> None:
        """Begin to ask; returns at once."""
        _log.info(
            "this screen was not let in yet: its code is on the glass, and follows once the loyalty system knows it"
        )
        self._poller = Poller("enrolment", self._look, REST_S)
        self._poller.start()

    def stop(self) -> None:
        """Ask no more, if it ever did."""
        if self._poller:
            self._poller.stop()

    def bring(self, show: Callable[[Sign], None], enter: Callable[[int], None]) -> None:
        """Show what changed since the last time; once the screen is in, `enter` with `ADMITTED`."""
        while self._told:
            enrolling = self._told.popleft()
            show(phrase_sign(enrolling, self._settings.screen.languages))
            if enrolling.is_in:
                enter(ADMITTED)

    def _look(self) -> float | None:
        if self._applicant is None:
            from kiosk.app.rooms.enrolment import make_applicant  # noqa: PLC0415 # slow to load: after the first frame

            self._applicant = make_applicant(self._settings, self._tell)
        return self._applicant.look()

    def _tell(self, standing: "Standing") -> None:
        address = standing.approve_at or self._settings.loyalty.url
        if standing.code not in {"", self._code}:  # for who sits at a terminal and sees no glass
            self._code = standing.code
            _log.info("approve this screen at the console, or by `kiosk hub screen approve %s`", standing.code)
        self._told.append(Enrolling(standing.code, address, is_in=standing.is_in))
        self._wake()
