"""The driver is the last place before a frame leaves for a card."""

import math
from dataclasses import dataclass

import nfc.clf
import pytest

from kiosk.nfc.guarded_driver import LONGEST_WAIT_S, READING_S, GuardedDriver, speaks_apdu
from tests.doubles.nfc_device import PretendDevice, ScriptedCard


@dataclass
class Seen:
    """What answered a poll."""

    brty: str = "106A"
    sel_res: bytes | None = b"\x20"
    sensf_res: bytes | None = None


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def _make_device() -> PretendDevice:
    device = PretendDevice(card=ScriptedCard(lambda _frame: b"\x90\x00"))
    device.sense_tta(None)
    return device


def test_a_frame_that_is_not_allowed_is_never_sent() -> None:
    device = _make_device()

    with pytest.raises(nfc.clf.ProtocolError):
        GuardedDriver(device, Clock()).send_cmd_recv_rsp(Seen(), bytes.fromhex("0200b2010c00"), 0.1)

    assert device.frames == []


def test_what_a_plain_tag_is_asked_passes() -> None:
    device = _make_device()

    assert GuardedDriver(device, Clock()).send_cmd_recv_rsp(Seen(sel_res=b"\x00"), b"\x30\x04", 0.1) == b"\x90\x00"


def test_a_card_that_takes_too_long_to_be_read_is_cut_off() -> None:
    device, clock = _make_device(), Clock()
    driver = GuardedDriver(device, clock)

    clock.now = -READING_S - 0.1

    with driver.reading():
        clock.now = 0.0
        with pytest.raises(nfc.clf.ProtocolError):
            driver.send_cmd_recv_rsp(Seen(), b"\xb2", 0.1)

    assert device.frames == []


def test_a_card_that_lies_there_may_do_so_for_hours() -> None:
    device, clock = _make_device(), Clock()
    driver = GuardedDriver(device, clock)
    with driver.reading():
        pass

    clock.now = 36_000.0

    assert driver.send_cmd_recv_rsp(Seen(), b"\xb2", 0.1) == b"\x90\x00"


def test_a_card_that_asks_for_minutes_gets_half_a_second() -> None:
    device = _make_device()

    GuardedDriver(device, Clock()).send_cmd_recv_rsp(Seen(), b"\xb2", math.inf)

    assert device.waits == [LONGEST_WAIT_S]


def test_all_else_goes_straight_to_the_driver() -> None:
    device = PretendDevice()

    assert GuardedDriver(device, Clock()).polls == device.polls


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (Seen(sel_res=b"\x20"), True),
        (Seen(sel_res=b"\x60"), True),
        (Seen(sel_res=b"\x28"), True),
        (Seen(sel_res=b"\x08"), False),
        (Seen(sel_res=b"\x00"), False),
        (Seen("106B", None), True),
        (Seen("212F", None), False),
    ],
)
def test_who_speaks_apdu_is_told_by_technology_and_sak(seen: Seen, expected: bool) -> None:  # noqa: FBT001 # a column of the table
    assert speaks_apdu(seen) is expected
