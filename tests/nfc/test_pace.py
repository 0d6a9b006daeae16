"""How soon the reader answers a card and stops, told by its polls for a card: those need no idle machine."""

import threading

from kiosk.nfc.reader import ALL_TARGETS
from kiosk.shop.card import make_sticker
from tests.doubles.nfc_device import PretendDevice
from tests.nfc.bench import READY, lost, run_reader

_ROUND = 2 * len(ALL_TARGETS)
"""Polls that nfcpy makes before it asks again whether to go on."""


def test_stopping_takes_no_longer_than_a_round_of_polls() -> None:
    with run_reader(PretendDevice()) as bench:
        bench.events.wait_for(READY)
        before = bench.device.polls
        bench.reader.stop()

        assert bench.device.polls - before <= _ROUND
    assert "nfc" not in {thread.name for thread in threading.enumerate()}


@lost
def test_stopping_does_not_wait_for_the_next_attempt() -> None:
    device = PretendDevice()
    device.unplug()
    with run_reader(device) as bench:
        bench.faults.wait_for(("nfc", "reader_gone"), times=3)  # by now it waits for 0.8 s
        attempts = device.attempts
        bench.reader.stop()

        assert device.attempts == attempts


def test_a_card_is_answered_within_a_round_of_polls() -> None:
    with run_reader(PretendDevice()) as bench:
        bench.events.wait_for(READY)
        for number in range(10):
            before = bench.device.polls
            bench.device.card = make_sticker(bytes([4, 1, 1, 1, 1, 1, number]))
            bench.wait_for_tap(times=number + 1)

            assert bench.device.polls - before <= _ROUND
            bench.device.card = None
            bench.device.await_polls(3)
