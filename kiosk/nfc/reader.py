"""The reader's own thread: opens it, serves cards, and opens it again whenever it is lost."""

import contextlib
import errno
import logging
import os
import threading
from collections.abc import Callable

from kiosk.core.events import Event, ReaderChanged
from kiosk.core.fault import FaultSink
from kiosk.nfc.claim import MEMBER_PREFIXES
from kiosk.nfc.encounter import Encounters
from kiosk.nfc.fault import NO_STORE_KEY, name_fault
from kiosk.nfc.frontend import open_frontend
from kiosk.nfc.guarded_driver import GuardedDriver
from kiosk.nfc.ports import Frontend, Tag
from kiosk.nfc.quiet import silence_libraries
from kiosk.worker import Worker

_log = logging.getLogger(__name__)

FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 5.0
_ITERATIONS = 2
_INTERVAL_S = 0.04
"""Measured: with two polls a round, so far apart, a card is answered within 45 ms (p95) and stop() within 50 ms, at
0.1 % CPU. With one poll nfcpy's loop is busy, with its own 5 and 0.5 s it is slow."""
_BREATH_S = 0.05
"""Pause after a card, in seconds: one that nfcpy thinks gone at once (MIFARE Classic) would keep the loop busy."""

ALL_TARGETS = ("106A", "212F", "106B")
UDP_TARGETS = ("106A",)
"""Over UDP each poll waits a whole second for its answer; so one of one kind makes a round."""
_STOP_S = 5.0


class Reader:
    """The card reader; everything it has to say goes to `post` (events) and `faults`, from its own thread.

    `device` is nfcpy's path, `key` the store key or `None`, `clock` monotonic seconds. `targets` are the kinds of
    poll (bit rate and technology), in their order; by default all, over UDP only type A. `last_card` is the `card` of
    the last tap before this life, which may lie on the reader still.
    """

    def __init__(  # noqa: PLR0913 # the ports that the app plugs in, by name
        self,
        device: str,
        key: bytes | None,
        post: Callable[[Event], None],
        faults: FaultSink,
        clock: Callable[[], float],
        *,
        member_prefixes: tuple[str, ...] = MEMBER_PREFIXES,
        targets: tuple[str, ...] | None = None,
        last_card: str | None = None,
        open_frontend: Callable[[str], Frontend] = open_frontend,
    ) -> None:
        silence_libraries()
        self._device = device
        self._post = post
        self._faults = faults
        self._clock = clock
        is_udp = device.startswith("udp")
        self._polls: dict[str, object] = {
            "targets": targets or (UDP_TARGETS if is_udp else ALL_TARGETS),
            "iterations": 1 if is_udp else _ITERATIONS,
            "interval": _INTERVAL_S,
            "beep-on-connect": False,
        }
        self._open_frontend = open_frontend
        self._encounters = Encounters(key, post, clock, member_prefixes, last_card)
        self._calm = NO_STORE_KEY if key is None else None
        self._ready: bool | None = None
        self._stopping = threading.Event()
        self._worker = Worker("nfc", self._run)

    @property
    def is_ready(self) -> bool:
        """Whether a card would be read now."""
        return self._ready is True

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._worker,)

    def start(self) -> None:
        """Begin to serve cards; once."""
        self._worker.start()

    def stop(self) -> None:
        """Let go of the reader; returns when that is done, within 50 ms, over UDP within the second of its poll."""
        self._stopping.set()
        self._worker.end(_STOP_S)

    def _run(self) -> None:
        pause = FIRST_PAUSE_S
        while not self._is_to_end():
            began = self._clock()
            try:
                self._hold_reader()
            except Exception as error:  # noqa: BLE001 # the thread's edge: termios.error, IndexError and more mean a lost reader
                self._mourn(error)
            if self._clock() - began > LONGEST_PAUSE_S:
                pause = FIRST_PAUSE_S
            self._stopping.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE_S)
        self._ready = False

    def _is_to_end(self) -> bool:
        """Nfcpy asks between any two polls, too."""
        self._worker.beat()
        return self._stopping.is_set() or not self._worker.is_mine()

    def _hold_reader(self) -> None:
        frontend = self._open_frontend(self._device)
        try:
            self._serve_cards(frontend)
        finally:
            with contextlib.suppress(Exception):  # closing what was unplugged raises anything, and is no news
                frontend.close()

    def _serve_cards(self, frontend: Frontend) -> None:
        if frontend.device is None:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        driver = GuardedDriver(frontend.device, self._clock)
        frontend.device = driver
        self._encounters.resume()
        self._become(ready=True)
        self._faults.set_fault("nfc", self._calm)
        while not self._is_to_end():
            if self._serve_card(frontend, driver) is False:
                raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
            self._stopping.wait(_BREATH_S)

    def _serve_card(self, frontend: Frontend, driver: GuardedDriver) -> object:
        """One round of nfcpy: True when a card came and left, None when told to end, False when the reader is lost."""

        def meet(tag: Tag) -> bool:
            with driver.reading():
                return self._encounters.meet(tag)

        calls = {"on-discover": self._encounters.feel, "on-connect": meet, "on-release": self._encounters.part}
        try:
            return frontend.connect(rdwr=self._polls | calls, terminate=self._is_to_end)
        except Exception as error:  # nfcpy lets through what a strange card made it stumble over
            if isinstance(error, OSError) or not self._encounters.excuse(error):
                raise
            return True

    def _mourn(self, error: Exception) -> None:
        code = name_fault(error)
        if self._ready is not False:
            _log.warning("card reader: %s (%s)", code, type(error).__name__)
        self._become(ready=False)
        self._faults.set_fault("nfc", code)

    def _become(self, *, ready: bool) -> None:
        if self._ready is not ready:
            self._ready = ready
            self._post(ReaderChanged(ready))
