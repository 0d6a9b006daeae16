"""nfcpy at both ends of the wire: a card that is not of our making."""

import socket
import threading
import time
from collections.abc import Callable, Generator
from typing import Protocol

import nfc
import pytest

from kiosk.contract.credential import Credential, hash_id
from kiosk.core.events import CardTapped, Event
from kiosk.nfc.reader import Reader
from kiosk.shop.card import write_uri
from kiosk.shop.felica import write_memory
from tests.doubles.notebook import FaultBook, Notebook
from tests.nfc.samples import IDM, KEY, MEMBER

MEMORY = write_memory(write_uri(MEMBER))


class _Emulation(Protocol):
    """`nfc.tag.tt3.Type3TagEmulation`."""

    def add_service(self, code: int, read: Callable[[int, bool, bool], bytes | None], write: object) -> None: ...


class _LocalTarget(Protocol):
    """`nfc.clf.LocalTarget`."""

    brty: str
    sensf_res: bytearray


class _CardSide(Protocol):
    """`nfc.ContactlessFrontend`, as the card's end uses it."""

    def connect(self, *, card: dict[str, object], terminate: Callable[[], bool]) -> object: ...
    def close(self) -> None: ...


def _find_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _open_card_side(port: int) -> _CardSide:
    frontend: _CardSide = nfc.ContactlessFrontend(f"udp:localhost:{port}")
    return frontend


def _become_felica(target: _LocalTarget) -> _LocalTarget:
    target.brty = "212F"
    target.sensf_res = bytearray(b"\x01" + IDM + b"\xff" * 8 + b"\x12\xfc")
    return target


def _offer_memory(tag: _Emulation) -> bool:
    tag.add_service(0x000B, lambda block, _first, _last: MEMORY[16 * block :][:16] or None, None)
    return True


@pytest.fixture
def port() -> Generator[int, None, None]:
    """Where nfcpy's own FeliCa emulation listens."""
    port, stopping = _find_port(), threading.Event()
    card = _open_card_side(port)
    options: dict[str, object] = {"on-startup": _become_felica, "on-connect": _offer_memory}

    def emulate() -> None:
        while not stopping.is_set():
            card.connect(card=options, terminate=stopping.is_set)
        card.close()

    thread = threading.Thread(target=emulate, daemon=True)
    thread.start()
    yield port
    stopping.set()
    thread.join(5)


def test_nfcpys_own_felica_card_is_tapped(port: int) -> None:
    events = Notebook[Event]()
    device = f"udp:localhost:{port}"
    reader = Reader(device, KEY, events.write, FaultBook(), time.monotonic, targets=("212F",))
    reader.start()
    said = events.wait_until(lambda entries: len(entries) > 1)[1]
    reader.stop()

    assert isinstance(said, CardTapped)
    assert said.credential == Credential("ndef", hash_id(KEY, "ndef", MEMBER))
