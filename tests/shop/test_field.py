"""The pretend field on the wire, as nfcpy's UDP driver sees it."""

import socket
import threading
from collections.abc import Generator

import nfc
import pytest

from kiosk.shop.card import Talk, make_phone
from kiosk.shop.field import HOST, PretendReaderField, opens_reader, parse_frame

CARD = make_phone(bytes.fromhex("08c0ffee"))


class Driver:
    """The reader's side of the wire."""

    def __init__(self, port: int) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.settimeout(10)
        self._socket.connect((HOST, port))

    def send(self, text: str) -> None:
        self._socket.send(text.encode())

    def hear(self) -> str:
        return self._socket.recv(1024).decode()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def driver(field: PretendReaderField) -> Generator[Driver, None, None]:
    driver = Driver(field.port)
    yield driver
    driver.close()


class SilentCard:
    """A card that answers nothing and remembers what it heard."""

    technology = "106A"

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self._spoken_to = threading.Event()

    def begin(self) -> Talk:
        return self._listen

    def await_frame(self) -> None:
        assert self._spoken_to.wait(10)

    def _listen(self, frame: bytes) -> None:
        self.heard.append(frame)
        self._spoken_to.set()


def test_a_card_in_the_field_answers_at_once(field: PretendReaderField, driver: Driver) -> None:
    field.put(CARD)
    driver.send("106A 26")

    assert driver.hear() == "106A 0400"


def test_a_poll_that_nobody_answered_is_kept_for_the_next_card(field: PretendReaderField, driver: Driver) -> None:
    silent = SilentCard()
    field.put(silent)
    driver.send("106A 26")
    silent.await_frame()

    field.put(CARD)

    assert driver.hear() == "106A 0400"


def test_only_a_poll_is_kept(field: PretendReaderField, driver: Driver) -> None:
    silent = SilentCard()
    field.put(silent)
    driver.send("106A b2")
    silent.await_frame()
    field.put(CARD)
    driver.send("106A 26")

    assert driver.hear() == "106A 0400"


def test_a_card_of_another_technology_stays_silent(field: PretendReaderField, driver: Driver) -> None:
    field.put(CARD)
    driver.send("212F 0600FFFF0100")
    driver.send("106A 26")

    assert driver.hear() == "106A 0400"


def test_noise_on_the_wire_does_no_harm(field: PretendReaderField, driver: Driver) -> None:
    for noise in ("RFOFF", "", "106A zz", "106A", "106A ä"):
        driver.send(noise)
    field.put(CARD)
    driver.send("106A 26")

    assert driver.hear() == "106A 0400"


def test_a_tap_ends_by_itself(field: PretendReaderField, driver: Driver) -> None:
    tapped = SilentCard()
    field.tap(tapped, hold_s=0.0)
    driver.send("106A 26")
    field.put(CARD)

    assert driver.hear() == "106A 0400"
    assert tapped.heard == []


def test_only_this_machine_can_reach_it(field: PretendReaderField) -> None:
    assert field.port > 0
    assert HOST == "127.0.0.1"


@pytest.mark.parametrize("port", [54321, 57000, 60177, 60179])
def test_a_port_is_fit_for_a_reader_where_nfcpy_opens_it(port: int) -> None:
    try:
        nfc.ContactlessFrontend(f"udp:{HOST}:{port}").close()
    except ValueError:
        assert not opens_reader(port)
    else:
        assert opens_reader(port)


def test_a_datagram_that_is_no_frame_is_none() -> None:
    assert parse_frame(b"RFOFF", (HOST, 1)) is None
    assert parse_frame(b"106A 9", (HOST, 1)) is None
