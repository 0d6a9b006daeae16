"""A running reader above a driver in this process, for the tests that need one."""

import time
from collections.abc import Generator
from contextlib import contextmanager

import pytest

from kiosk.core.events import CardRefused, CardTapped, Event, ReaderChanged
from kiosk.nfc.reader import Reader
from tests.doubles.nfc_device import PretendDevice
from tests.doubles.notebook import FaultBook, Notebook
from tests.nfc.samples import KEY

READY, GONE = ReaderChanged(ready=True), ReaderChanged(ready=False)
lost = pytest.mark.allow_log(r"^kiosk\.nfc\.reader: card reader: reader_\w+ \(\w+\)$")


class Bench:
    """A running reader, its driver, and all that it said."""

    def __init__(self, device: PretendDevice, key: bytes | None) -> None:
        self.device = device
        self.events = Notebook[Event]()
        self.faults = FaultBook()
        self.reader = Reader(
            "usb", key, self.events.write, self.faults, time.monotonic, open_frontend=device.open_frontend
        )

    def wait_for_tap(self, times: int = 1) -> list[CardTapped | CardRefused]:
        self.events.wait_until(lambda entries: len(pick_taps(entries)) >= times)
        return pick_taps(self.events.read())


def pick_taps(events: list[Event]) -> list[CardTapped | CardRefused]:
    return [event for event in events if isinstance(event, CardTapped | CardRefused)]


@contextmanager
def run_reader(device: PretendDevice, key: bytes | None = KEY) -> Generator[Bench, None, None]:
    bench = Bench(device, key)
    bench.reader.start()
    try:
        yield bench
    finally:
        bench.reader.stop()
