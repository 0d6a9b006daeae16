"""A reader driver that lets through nothing but reading NDEF, and not for ever: cards may be strange or hostile."""

import math
from collections.abc import Callable, Generator
from contextlib import contextmanager

import nfc.clf

from kiosk.nfc.apdu import is_allowed
from kiosk.nfc.ports import Driver, Target

READING_S = 2.0
"""So long one card may take to be read; the longest honest one (8 kB from a slow card) takes about one."""
LONGEST_WAIT_S = 0.5
"""So long one answer may take; a card may ask for 4.9 s, and stopping would have to wait for it."""


class GuardedDriver:
    """Stands in for the driver; everything but the talk with a card passes straight on."""

    def __init__(self, driver: Driver, clock: Callable[[], float]) -> None:
        self._driver = driver
        self._clock = clock
        self._until = math.inf

    def __getattr__(self, name: str) -> object:
        return getattr(self._driver, name)

    @contextmanager
    def reading(self) -> Generator[None, None, None]:
        """Within, the card has `READING_S` seconds; afterwards it may lie here as long as it likes."""
        self._until = self._clock() + READING_S
        try:
            yield
        finally:
            self._until = math.inf

    def send_cmd_recv_rsp(self, target: Target, data: bytes, timeout: float) -> bytes | bytearray | None:
        """Send a frame, return the card's answer; `timeout` is in seconds.

        Raises `nfc.clf.ProtocolError`, which nfcpy takes for the end of the talk, before a frame is sent that is
        not allowed or too late.
        """
        if speaks_apdu(target) and not is_allowed(bytes(data)):
            message = "frame not allowed"
            raise nfc.clf.ProtocolError(message)
        if self._clock() > self._until:
            message = "the card takes too long"
            raise nfc.clf.ProtocolError(message)
        return self._driver.send_cmd_recv_rsp(target, data, min(timeout, LONGEST_WAIT_S))


def speaks_apdu(target: Target) -> bool:
    """Whether this is an ISO 14443-4 card: all of type B, and type A whose SAK says so (bit 6)."""
    return target.brty.endswith("B") or bool(target.sel_res and target.sel_res[0] & 0x20)
