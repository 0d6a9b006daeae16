import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from kiosk.core.effects import AnnounceShown, AnnounceTap, TapOutcome
from kiosk.core.notice.bulletin import Board, Bulletin
from kiosk.fleet.ear import Ear, Hands
from kiosk.fleet.line import FRESH_S, MOST_ANSWERS, MOST_WAITING, STUMBLED, Line
from kiosk.fleet.messages import AnswerMessage, Outbox, ShownMessage, StatusMessage, TapMessage
from kiosk.fleet.namesake import STEADY_S
from kiosk.fleet.notice_message import LARGEST
from kiosk.fleet.status import Clocks, Status
from kiosk.mqtt.address import Address
from kiosk.screen.display.screenshot import LARGEST as LARGEST_SCREENSHOT
from kiosk.shop.broker import RunningBroker, find_free_port, start_broker
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.deadline import wait_until
from tests.doubles.notebook import Notebook
from tests.doubles.still_clocks import StillClocks

SHOWN = AnnounceShown("i-1", "o-boots", None, "proximity", heard_at=10.0)
TAP = AnnounceTap("b-1", "o-boots", TapOutcome.SAVED, felt_at=20.0)
EMPTY = Board()
TICKING = Clocks(time.monotonic, lambda: datetime.now(UTC))


def _forget(_board: Board) -> None:
    """Keep nothing."""


def _address(broker: RunningBroker) -> Address:
    return Address(broker.host, broker.port)


def _make_ear(screen: str, clocks: Clocks, keep: Callable[[Board], None] = _forget, board: Board = EMPTY) -> Ear:
    return Ear("fleet-test", screen, board, Hands(lambda _event: None, keep, lambda: None, lambda _theme: None), clocks)


def _make_line(address: Address, screen: str, status: Status, ear: Ear, clocks: Clocks) -> Line:
    return Line(address, "fleet-test", screen, status, ear, faults=status, clock=clocks.mono)


@contextmanager
def _speak(address: Address, screen: str, clocks: StillClocks) -> Generator[tuple[Line, Status]]:
    status = Status("0.1.0", "daylight", lambda: None, clocks.as_clocks())
    line = _make_line(address, screen, status, _make_ear(screen, clocks.as_clocks()), clocks.as_clocks())
    line.start()
    try:
        yield line, status
    finally:
        line.stop()


def _wait_for_status(other: Bystander, screen: str, times: int) -> list[StatusMessage]:
    payloads = other.wait_for_topic(f"kiosk/v1/fleet-test/{screen}/status", times)
    return [msgspec.json.decode(payload, type=StatusMessage) for payload in payloads]


def test_the_status_is_said_at_once_after_changes_and_at_the_end(broker: RunningBroker) -> None:
    clocks = StillClocks()
    with stand_by(_address(broker), "kiosk/v1/fleet-test/a/status") as other:
        with _speak(_address(broker), "a", clocks) as (_, status):
            _wait_for_status(other, "a", 1)
            clocks.now = 2
            status.set_outbox(waiting=2, dead=0)
            _wait_for_status(other, "a", 2)

        first, changed, last = _wait_for_status(other, "a", 3)

    assert (first.state, changed.state, last.state) == ("online", "online", "offline")
    assert (first.outbox, changed.outbox) == (Outbox(), Outbox(waiting=2))


def test_the_status_stays_for_who_comes_later(broker: RunningBroker) -> None:
    with (
        stand_by(_address(broker), "kiosk/v1/fleet-test/b/status") as other,
        _speak(_address(broker), "b", StillClocks()),
    ):
        _wait_for_status(other, "b", 1)

    with stand_by(_address(broker), "kiosk/v1/fleet-test/b/status") as later:
        assert [status.state for status in _wait_for_status(later, "b", 1)] == ["offline"]


def test_what_was_shown_is_said_with_its_latency(broker: RunningBroker) -> None:
    with (
        stand_by(_address(broker), "kiosk/v1/fleet-test/c/#") as other,
        _speak(_address(broker), "c", StillClocks()) as (line, _),
    ):
        _wait_for_status(other, "c", 1)
        line.announce_shown(SHOWN, datetime(2026, 11, 22, 10, 0, 0, 123456, tzinfo=UTC), swapped_at=10.0123)
        line.announce_tap(TAP, swapped_at=20.031)

        (shown,) = other.wait_for_topic("kiosk/v1/fleet-test/c/shown")
        (tap,) = other.wait_for_topic("kiosk/v1/fleet-test/c/tap")

    at = "2026-11-22T10:00:00.123Z"
    assert msgspec.json.decode(shown, type=ShownMessage) == ShownMessage(
        "i-1", "o-boots", None, "proximity", None, at, 12.3
    )
    assert msgspec.json.decode(tap, type=TapMessage) == TapMessage("b-1", "o-boots", TapOutcome.SAVED, 31.0)


def test_what_was_shown_before_the_line_is_up_is_said_unless_it_is_long_ago(broker: RunningBroker) -> None:
    clocks = StillClocks()
    status = Status("0.1.0", "daylight", lambda: None, clocks.as_clocks())
    line = _make_line(_address(broker), "g", status, _make_ear("g", clocks.as_clocks()), clocks.as_clocks())
    line.announce_tap(TAP, swapped_at=20.0)
    clocks.now += FRESH_S + 1
    line.announce_shown(SHOWN, datetime(2026, 11, 22, 10, tzinfo=UTC), swapped_at=10.0)
    with stand_by(_address(broker), "kiosk/v1/fleet-test/g/+") as other:
        line.start()
        other.wait_for_topic("kiosk/v1/fleet-test/g/shown")
        line.stop()
        _wait_for_status(other, "g", 2)
        assert "kiosk/v1/fleet-test/g/tap" not in [topic for topic, _ in other.heard.read()]


def test_without_a_broker_nothing_waits_and_nothing_piles_up() -> None:
    with _speak(Address("127.0.0.1", find_free_port()), "d", StillClocks()) as (line, _):
        for _ in range(10 * MOST_WAITING):
            line.announce_tap(TAP, swapped_at=20.0)


def test_a_flood_of_answers_is_bounded_and_takes_no_room_from_what_happened(broker: RunningBroker) -> None:
    clocks = StillClocks(20.0).as_clocks()
    status = Status("0.1.0", "daylight", lambda: None, clocks)
    line = _make_line(_address(broker), "m", status, _make_ear("m", clocks), clocks)
    line.announce_tap(TAP, swapped_at=20.0)
    for number in range(10 * MOST_ANSWERS):
        line.answer(AnswerMessage(f"c-{number}"))
    with stand_by(_address(broker), "kiosk/v1/fleet-test/m/+") as other:
        line.start()
        other.wait_for_topic("kiosk/v1/fleet-test/m/tap")
        answers = other.wait_for_topic("kiosk/v1/fleet-test/m/answer", MOST_ANSWERS)
        line.stop()

    assert msgspec.json.decode(answers[-1], type=AnswerMessage).id == f"c-{10 * MOST_ANSWERS - 1}"
    assert msgspec.json.decode(answers[0], type=AnswerMessage).id == f"c-{9 * MOST_ANSWERS}"


def test_a_status_is_said_anew_to_a_broker_that_came_back_without_a_memory(tmp_path: Path) -> None:
    port = find_free_port()
    with _speak(Address("127.0.0.1", port), "e", StillClocks()) as (_, status):
        for folder in ("one", "two"):
            broker = start_broker(tmp_path / folder, port)
            with stand_by(_address(broker), "kiosk/v1/fleet-test/e/status") as other:
                assert _wait_for_status(other, "e", 1)[0].state == "online"
            broker.stop()
        assert status.compose().faults == []


def test_two_screens_of_one_id_say_so_and_the_one_that_is_left_is_well_again(broker: RunningBroker) -> None:
    first_clocks, second_clocks = StillClocks(), StillClocks(now=1)
    with (
        stand_by(_address(broker), "kiosk/v1/fleet-test/f/status") as other,
        _speak(_address(broker), "f", first_clocks) as (line, first),
    ):
        _wait_for_status(other, "f", 1)
        with _speak(_address(broker), "f", second_clocks) as (_, second):
            wait_until(lambda: all(_list_codes(status) == ["same_id"] for status in (first, second)))
        first_clocks.now = 2 * STEADY_S
        line.announce_tap(TAP, swapped_at=20.0)  # or it would look again after half a minute
        wait_until(lambda: _list_codes(first) == [])


def _list_codes(status: Status) -> list[str]:
    return [fault.code for fault in status.compose().faults]


@contextmanager
def _listen(address: Address, screen: str, board: Board = EMPTY) -> Generator[Notebook[Board]]:
    """A screen in real time that writes down each board that it keeps."""
    kept = Notebook[Board]()
    status = Status("0.1.0", "daylight", lambda: None, TICKING)
    line = _make_line(address, screen, status, _make_ear(screen, TICKING, kept.write, board), TICKING)
    line.start()
    try:
        yield kept
    finally:
        line.stop()


def test_a_kept_notice_is_heard_at_once_and_one_that_is_kept_no_more_is_cleared(broker: RunningBroker) -> None:
    raus = Board(store=Bulletin({"": "Raus"}))
    with stand_by(_address(broker), "kiosk/v1/fleet-test/h/+") as manager:
        manager.say("kiosk/v1/fleet-test/notice", b'{"text": "Raus"}', kept=True)
        with _listen(_address(broker), "h") as kept:
            kept.wait_for(raus)
        manager.say("kiosk/v1/fleet-test/notice", b"", kept=True)
        with _listen(_address(broker), "h", raus) as kept:
            _wait_for_status(manager, "h", 3)
            manager.say("kiosk/v1/fleet-test/notice", b"", kept=True)
            kept.wait_for(EMPTY)


@pytest.mark.allow_log("fleet stumbled: RuntimeError")
def test_what_nobody_foresaw_is_a_fault_and_no_end(broker: RunningBroker, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_board: Board) -> None:
        raise RuntimeError

    caplog.set_level("INFO")
    status = Status("0.1.0", "daylight", lambda: None, TICKING)
    line = _make_line(_address(broker), "n", status, _make_ear("n", TICKING, fail), TICKING)
    line.start()
    with stand_by(_address(broker), "kiosk/v1/fleet-test/n/+") as manager:
        _wait_for_status(manager, "n", 1)
        manager.say("kiosk/v1/fleet-test/n/command", b'{"id": "c-1", "do": "notice", "text": "Raus"}')
        manager.say("kiosk/v1/fleet-test/n/command", b'{"id": "c-2", "do": "reload"}')
        manager.wait_for_topic("kiosk/v1/fleet-test/n/answer")
    line.stop()
    assert f"broker: {STUMBLED}" in caplog.text
    assert _list_codes(status) == []


def test_without_a_broker_the_notice_stands_that_was_heard_last() -> None:
    with _listen(Address("127.0.0.1", find_free_port()), "i", Board(store=Bulletin({"": "Raus"}))) as kept:
        pass
    assert kept.read() == []


def test_a_command_is_answered_under_its_own_id(broker: RunningBroker) -> None:
    with (
        stand_by(_address(broker), "kiosk/v1/fleet-test/k/#") as manager,
        _listen(_address(broker), "k"),
    ):
        _wait_for_status(manager, "k", 1)
        manager.say("kiosk/v1/fleet-test/k/command", b'{"id": "c-1", "do": "identify"}')
        (answer,) = manager.wait_for_topic("kiosk/v1/fleet-test/k/answer")

    assert msgspec.json.decode(answer, type=AnswerMessage) == AnswerMessage("c-1")


def test_a_picture_fits_into_its_answer(broker: RunningBroker) -> None:
    with (
        stand_by(_address(broker), "kiosk/v1/fleet-test/l/+") as manager,
        _speak(_address(broker), "l", StillClocks()) as (line, _),
    ):
        _wait_for_status(manager, "l", 1)
        line.answer(AnswerMessage("c" * 128, None, bytes(LARGEST_SCREENSHOT)))
        (answer,) = manager.wait_for_topic("kiosk/v1/fleet-test/l/answer")

    assert len(answer) <= LARGEST
    assert msgspec.json.decode(answer, type=AnswerMessage).image == bytes(LARGEST_SCREENSHOT)
