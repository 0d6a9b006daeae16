"""Cards as the real nfcpy reads them, above a driver in this process."""

import errno

import nfc.clf
import pytest

from kiosk.nfc.reading import MESSAGE_LIMIT, Gap, Reading, take_reading
from kiosk.shop.card import PretendCard, TornCard, make_felica, make_phone, write_uri
from kiosk.shop.smartcard import SmartCard
from tests.doubles.nfc_device import PretendDevice, ScriptedCard, activate_card
from tests.nfc.samples import (
    BANK_CARD,
    CLASSIC,
    FELICA,
    IDM,
    MEMBER,
    MEMBER_STICKER,
    PHONE,
    RANDOM_UID,
    STICKER,
    SUN_CARD,
    SUN_URL,
    UID4,
    UID7,
)

ATQB = bytes.fromhex("50a1b2c3d400000000008081")
"""A type B card's PUPI, then: frames of 256 bytes, a waiting time of 77 ms."""


def _read(card: PretendCard) -> Reading:
    return take_reading(activate_card(PretendDevice(card=card)))


def _answer_type_b(frame: bytes) -> bytes | None:
    """Answers the poll, ATTRIB and R(NAK); refuses each SELECT."""
    if frame[0] in {0x05, 0x1D}:
        return ATQB if frame[0] == 0x05 else b"\x00"
    return b"\xa2" if frame[0] & 0xF0 == 0xB0 else frame[:1] + b"\x6a\x82"


READ = {
    "a sticker with a member": (MEMBER_STICKER, Reading(UID7, is_random=False, message=write_uri(MEMBER))),
    "a blank sticker": (STICKER, Reading(UID7, is_random=False, message=Gap.EMPTY)),
    "a MIFARE Classic": (CLASSIC, Reading(UID4, is_random=False, message=Gap.EMPTY)),
    "an NTAG 424 DNA": (SUN_CARD, Reading(UID7, is_random=False, message=write_uri(SUN_URL))),
    "a bank card": (BANK_CARD, Reading(UID4, is_random=False, message=Gap.CLOSED)),
    "a phone": (PHONE, Reading(RANDOM_UID, is_random=True, message=Gap.CLOSED)),
    "a phone that emulates a card": (
        SmartCard(RANDOM_UID, write_uri(MEMBER)),
        Reading(RANDOM_UID, is_random=True, message=write_uri(MEMBER)),
    ),
    "a FeliCa card": (FELICA, Reading(IDM, is_random=False, message=write_uri(MEMBER))),
    "an empty FeliCa card": (make_felica(IDM), Reading(IDM, is_random=False, message=b"")),
    "a type B card": (
        ScriptedCard(_answer_type_b, "106B"),
        Reading(ATQB[1:5], is_random=True, message=Gap.CLOSED),
    ),
    "a message that is too long": (
        SmartCard(UID7, bytes(MESSAGE_LIMIT + 1)),
        Reading(UID7, is_random=False, message=Gap.BROKEN),
    ),
}


@pytest.mark.parametrize(("card", "expected"), READ.values(), ids=list(READ))
def test_a_card_is_read_as_what_it_is(card: PretendCard, expected: Reading) -> None:
    assert _read(card) == expected


@pytest.mark.parametrize("frames", range(6, 13))
def test_a_card_that_is_taken_away_is_torn_wherever_it_was(frames: int) -> None:
    assert _read(TornCard(SUN_CARD, frames)).message is Gap.TORN


def test_a_bank_card_is_asked_for_the_ndef_application_and_for_nothing_else() -> None:
    device = PretendDevice(card=BANK_CARD)

    take_reading(activate_card(device))

    assert [frame.hex() for frame in device.frames] == [
        "e080",
        "0200a4040007d276000085010100",
        "0300a4040007d2760000850100",
        "b2",
    ]


def test_a_hiccup_of_a_sticker_gets_another_chance() -> None:
    talk = MEMBER_STICKER.begin()
    hiccups = iter([True] * 3)
    card = ScriptedCard(lambda frame: None if frame == b"\x30\x00" and next(hiccups, False) else talk(frame))

    assert _read(card).message == write_uri(MEMBER)


def test_a_card_that_breaks_the_rules_but_stays_is_broken() -> None:
    talk = SUN_CARD.begin()
    card = ScriptedCard(lambda frame: b"\x00" if frame[1:3] == b"\x00\xb0" else talk(frame))

    assert _read(card).message in {Gap.BROKEN, Gap.CLOSED}


def test_a_reader_that_is_unplugged_while_it_reads_is_no_matter_of_the_card() -> None:
    device = PretendDevice(card=SUN_CARD)
    tag = activate_card(device)
    device.unplug()

    with pytest.raises(OSError, match="gone") as failure:
        take_reading(tag)

    assert failure.value.errno == errno.ENODEV


def test_a_lost_field_during_a_felica_read_is_torn() -> None:
    device = PretendDevice(card=FELICA)
    tag = activate_card(device)
    device.fault = nfc.clf.BrokenLinkError("RFOFF")

    assert take_reading(tag).message is Gap.TORN


def test_a_reading_does_not_show_the_id() -> None:
    assert UID4.hex() not in repr(_read(make_phone(UID4)))
    assert "xde" not in repr(_read(make_phone(UID4)))
