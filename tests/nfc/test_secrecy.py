"""No raw card id leaves the reader: not in an event, not in a log record at any level, not in a text of anything."""

import logging
import time

import pytest

from kiosk.core.events import Event
from kiosk.nfc.reader import Reader
from kiosk.nfc.reading import take_reading
from kiosk.shop.card import TornCard, make_bank_card, make_felica, make_phone, make_sticker
from kiosk.shop.classic import Classic
from tests.doubles.nfc_device import PretendDevice, ScriptedCard, activate_card
from tests.doubles.notebook import FaultBook, Notebook
from tests.nfc.samples import IDM, KEY, MEMBER, RANDOM_UID, SUN_CARD, UID4, UID7

_BROKEN = ScriptedCard(lambda frame: b"\x02\x08" if frame[0] == 0xE0 else SUN_CARD.begin()(frame))
CARDS = (
    make_sticker(UID7),
    make_sticker(UID7[:-1] + b"\x01", MEMBER),
    Classic(UID4),
    make_bank_card(UID4),
    make_phone(RANDOM_UID),
    make_felica(IDM, MEMBER),
    TornCard(SUN_CARD, 9),
    _BROKEN,
)
SECRETS = (UID4, UID7, RANDOM_UID, IDM, MEMBER.encode())


def _spell(secret: bytes) -> list[str]:
    """The ways in which an id could be written, in lower case."""
    separated = [secret.hex(mark) for mark in ":- _"]
    return [secret.hex(), *separated, repr(secret)[2:-1].lower(), repr(list(secret)), repr(bytearray(secret)).lower()]


def _find_secrets(text: str) -> list[str]:
    return [spelling for secret in SECRETS for spelling in _spell(secret) if spelling in text.lower()]


@pytest.mark.allow_log("card reader: reader_gone")
def test_no_raw_id_is_logged_or_told(caplog: pytest.LogCaptureFixture) -> None:
    device, events, faults = PretendDevice(), Notebook[Event](), FaultBook()
    reader = Reader("usb", KEY, events.write, faults, time.monotonic, open_frontend=device.open_frontend)
    with caplog.at_level(logging.NOTSET):
        reader.start()
        for card in CARDS:
            device.card = card
            device.await_frames(3)
            device.card = None
            device.await_polls(3)
        device.unplug()
        faults.wait_for(("nfc", "reader_gone"))
        reader.stop()

    logged = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    assert len(events.read()) > 5
    assert "card reader: reader_gone" in logged
    assert _find_secrets(logged) == []
    assert _find_secrets(repr(events.read()) + repr(faults.read()) + repr(reader)) == []


@pytest.mark.parametrize("card", CARDS[:6], ids=lambda card: type(card).__name__)
def test_no_text_of_a_reading_shows_its_id(card: object) -> None:
    reading = take_reading(activate_card(PretendDevice(card=card)))  # type: ignore[arg-type] # parametrize forgets types

    assert _find_secrets(repr(reading) + repr(card)) == []
