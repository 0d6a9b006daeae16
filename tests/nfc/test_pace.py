"""How quick the reader is to answer a card and to stop."""

import statistics
import threading
import time

from kiosk.shop.card import make_sticker
from tests.doubles.nfc_device import PretendDevice
from tests.nfc.bench import READY, lost, run_reader


def test_stopping_takes_no_longer_than_a_poll() -> None:
    with run_reader(PretendDevice()) as bench:
        bench.events.wait_for(READY)
        began = time.monotonic()
        bench.reader.stop()

        # 50 ms by its figures; the rest is for a busy machine.
        assert time.monotonic() - began < 0.5
    assert "nfc" not in {thread.name for thread in threading.enumerate()}


@lost
def test_stopping_does_not_wait_for_the_next_attempt() -> None:
    device = PretendDevice()
    device.unplug()
    with run_reader(device) as bench:
        bench.faults.wait_for(("nfc", "reader_gone"), times=3)  # by now it waits for 0.8 s
        began = time.monotonic()
        bench.reader.stop()

        assert time.monotonic() - began < 0.5


def test_a_card_is_answered_within_the_pace_of_the_polls() -> None:
    delays: list[float] = []
    with run_reader(PretendDevice()) as bench:
        bench.events.wait_for(READY)
        for number in range(10):
            began = time.monotonic()
            bench.device.card = make_sticker(bytes([4, 1, 1, 1, 1, 1, number]))
            bench.wait_for_tap(times=number + 1)
            delays.append(time.monotonic() - began)
            bench.device.card = None
            bench.device.await_polls(3)

    # 45 ms at the 95th percentile on an idle machine; the middle holds on a busy one, too.
    assert statistics.median(delays) < 0.1
