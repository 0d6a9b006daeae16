"""The reader's thread on the real nfcpy, above a driver in this process: every fault comes and goes."""

import errno
import threading
import time

import nfc.clf
import pytest

from kiosk.contract.credential import Credential, hash_id
from kiosk.core.events import CardRefused, CardTapped
from kiosk.core.tap_problem import TapProblem
from kiosk.shop.card import make_sticker
from tests.doubles.nfc_device import PretendDevice, ScriptedCard
from tests.nfc.bench import GONE, READY, lost, pick_taps, run_reader
from tests.nfc.samples import BANK_CARD, CLASSIC, FELICA, KEY, PHONE, STICKER, SUN_CARD, UID4, UID7

UID = Credential("uid", hash_id(KEY, "uid", UID7.hex()))


def test_a_reader_that_opens_is_ready_and_well() -> None:
    with run_reader(PretendDevice()) as bench:
        bench.events.wait_for(READY)
        bench.faults.wait_for(("nfc", None))

        assert bench.reader.is_ready
    assert not bench.reader.is_ready


def test_a_tap_carries_the_time_at_which_the_card_was_felt() -> None:
    with run_reader(PretendDevice()) as bench:
        before = time.monotonic()
        bench.device.card = STICKER
        (tap,) = bench.wait_for_tap()

    assert tap == CardTapped(UID, tap.felt_at, UID.value)
    assert before <= tap.felt_at <= time.monotonic()


def test_a_card_left_lying_is_one_tap() -> None:
    with run_reader(PretendDevice(card=STICKER)) as bench:
        bench.wait_for_tap()
        bench.device.await_frames(5)  # asked five times whether it is still there

        assert len(pick_taps(bench.events.read())) == 1


def test_a_classic_that_nfcpy_thinks_gone_at_once_is_one_tap() -> None:
    with run_reader(PretendDevice(card=CLASSIC)) as bench:
        bench.wait_for_tap()
        bench.device.await_polls(6)

    taps = pick_taps(bench.events.read())
    assert [tap.credential for tap in taps if isinstance(tap, CardTapped)] == [
        Credential("uid", hash_id(KEY, "uid", UID4.hex()))
    ]


def test_three_wobbles_are_one_tap() -> None:
    with run_reader(PretendDevice()) as bench:
        for _ in range(3):
            bench.device.card = STICKER
            bench.wait_for_tap()
            bench.device.await_frames(1)
            bench.device.card = None
            bench.device.await_polls(2)

    assert len(pick_taps(bench.events.read())) == 1


def test_another_card_is_never_delayed() -> None:
    cards = [make_sticker(bytes([4, 0, 0, 0, 0, 0, number])) for number in range(4)]
    with run_reader(PretendDevice()) as bench:
        for number, card in enumerate(cards):
            bench.device.card = card
            bench.wait_for_tap(times=number + 1)
            bench.device.card = None
            bench.device.await_polls(1)

        assert len(pick_taps(bench.events.read())) == len(cards)


@lost
def test_an_unplugged_reader_comes_back_by_itself() -> None:
    with run_reader(PretendDevice()) as bench:
        bench.events.wait_for(READY)
        bench.device.unplug()
        bench.events.wait_for(GONE)
        bench.faults.wait_for(("nfc", "reader_gone"))

        bench.device.plug_in()
        bench.events.wait_for(READY, times=2)
        bench.faults.wait_for(("nfc", None), times=2)
        bench.device.card = STICKER

        assert bench.wait_for_tap()


@lost
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.EACCES, ""), "reader_denied"),
        (OSError(errno.EBUSY, ""), "reader_busy"),
        (OSError(errno.ENODEV, ""), "reader_gone"),
        (IndexError("noise on a serial line"), "reader_gone"),
    ],
)
def test_a_reader_that_cannot_be_opened_says_why_and_is_tried_again(error: Exception, code: str) -> None:
    with run_reader(PretendDevice(fault=error)) as bench:
        bench.faults.wait_for(("nfc", code))
        bench.events.wait_for(GONE)
        bench.device.plug_in()

        bench.events.wait_for(READY)


@lost
def test_a_serial_reader_that_raises_no_os_error_is_lost_all_the_same() -> None:
    with run_reader(PretendDevice()) as bench:
        bench.events.wait_for(READY)
        bench.device.fault = RuntimeError("like termios.error, from connect and from close")

        bench.faults.wait_for(("nfc", "reader_gone"))


@lost
def test_a_reader_that_stays_away_is_reported_once() -> None:
    device = PretendDevice()
    device.unplug()
    with run_reader(device) as bench:
        bench.faults.wait_for(("nfc", "reader_gone"), times=2)

        assert bench.events.read() == [GONE]


def test_a_short_answer_to_select_makes_the_card_unreadable_and_not_the_reader() -> None:
    talk = SUN_CARD.begin()
    broken = ScriptedCard(lambda frame: b"\x02\x08" if frame[0] == 0xE0 else talk(frame))
    with run_reader(PretendDevice(card=broken)) as bench:
        (tap,) = bench.wait_for_tap()
        bench.device.card = STICKER

        assert tap == CardRefused(TapProblem.UNREADABLE, tap.felt_at)
        assert [type(event) for event in bench.wait_for_tap(times=2)] == [CardRefused, CardTapped]
    assert bench.events.read().count(GONE) == 0


def test_a_felica_card_whose_field_breaks_off_leaves_the_reader_well() -> None:
    is_off, talk = threading.Event(), FELICA.begin()

    def break_off(frame: bytes) -> bytes | None:
        if is_off.is_set():
            raise nfc.clf.BrokenLinkError  # nfcpy makes an UnboundLocalError of it
        return talk(frame)

    with run_reader(PretendDevice(card=ScriptedCard(break_off, "212F"))) as bench:
        bench.wait_for_tap()
        is_off.set()
        bench.device.await_polls(6)

        assert bench.reader.is_ready
    assert bench.events.read().count(GONE) == 0


def test_without_a_store_key_the_fault_says_so() -> None:
    with run_reader(PretendDevice(), key=None) as bench:
        bench.faults.wait_for(("nfc", "no_store_key"))


def test_no_payment_application_is_ever_asked_for() -> None:
    with run_reader(PretendDevice()) as bench:
        for number, card in enumerate([BANK_CARD, PHONE, SUN_CARD]):
            bench.device.card = card
            bench.wait_for_tap(times=number + 1)
            bench.device.card = None
            bench.device.await_polls(1)

    blocks = [frame[1:] for frame in bench.device.frames if frame[0] in {0x02, 0x03}]
    assert {block[:2] for block in blocks} == {b"\x00\xa4", b"\x00\xb0"}
    assert {block[5:-1] for block in blocks if block[2:3] == b"\x04" and len(block) == 13} == {
        bytes.fromhex("d2760000850101")
    }
    assert [frame for frame in bench.device.frames if b"\xa0\x00\x00\x00" in frame or b"2PAY" in frame] == []
