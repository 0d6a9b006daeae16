import io
import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.cli.journal_socket import JournalHandler


class Journal:
    """Listens where systemd's journal would, and reads one entry after the other."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(place))

    def read(self) -> dict[str, list[str]]:
        """The fields of the next entry. Source of the format: systemd's "Native Journal Protocol"."""
        left = self._socket.recv(1 << 20)
        fields: dict[str, list[str]] = {}
        while left:
            name, _, left = left.partition(b"\n")
            length = int.from_bytes(left[:8], "little")
            value, end, left = left[8 : 8 + length], left[8 + length : 9 + length], left[9 + length :]
            assert end == b"\n"
            fields.setdefault(name.decode(), []).append(value.decode())
        return fields

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    listens = Journal(tmp_path / "socket")
    yield listens
    listens.close()


@pytest.fixture
def lines() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def handler(tmp_path: Path, lines: io.StringIO) -> Iterator[JournalHandler]:
    made = JournalHandler(lines, tmp_path / "socket")
    yield made
    made.close()


def make_record(text: str, **extra: object) -> logging.LogRecord:
    logger = logging.getLogger("kiosk.fleet.status")
    return logger.makeRecord(logger.name, logging.WARNING, __file__, 1, text, (), None, extra=extra)


def test_an_entry_is_found_by_screen_fault_and_priority(journal: Journal, handler: JournalHandler) -> None:
    handler.fields = {"SCREEN_ID": "window-1"}
    handler.emit(make_record("api: too_slow", faults=("api/unreachable", "api/too_slow")))

    assert journal.read() == {
        "MESSAGE": ["WARNING kiosk.fleet.status: api: too_slow"],
        "PRIORITY": ["4"],
        "SYSLOG_IDENTIFIER": ["kiosk"],
        "LOGGER": ["kiosk.fleet.status"],
        "SCREEN_ID": ["window-1"],
        "VITRINE_FAULT": ["api/unreachable", "api/too_slow"],
    }


def test_no_text_makes_a_field_of_its_own(journal: Journal, handler: JournalHandler) -> None:
    handler.emit(make_record("one\nPRIORITY=0\n\ud800"))
    told = journal.read()

    assert told["MESSAGE"] == ["WARNING kiosk.fleet.status: one\nPRIORITY=0\n?"]
    assert told["PRIORITY"] == ["4"]


def test_without_a_journal_it_is_a_line_with_its_priority(handler: JournalHandler, lines: io.StringIO) -> None:
    handler.emit(make_record("gone"))

    assert lines.getvalue() == "<4>WARNING kiosk.fleet.status: gone\n"


@pytest.mark.usefixtures("journal")
def test_what_no_datagram_holds_is_a_line(handler: JournalHandler, lines: io.StringIO) -> None:
    handler.emit(make_record("x" * (1 << 24)))

    assert len(lines.getvalue()) > 1 << 24


@pytest.mark.usefixtures("journal")
def test_a_journal_that_is_behind_holds_nobody_up(handler: JournalHandler, lines: io.StringIO) -> None:
    for number in range(10_000):
        handler.emit(make_record(f"number {number}"))

    assert lines.getvalue().endswith("number 9999\n")
