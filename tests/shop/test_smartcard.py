"""An ISO 14443-4 card, block by block."""

import pytest

from kiosk.shop.smartcard import SmartCard

UID = bytes.fromhex("04a1b2c3d4e5f6")
SELECT = "00a4040007d276000085010100"
READ_LENGTH = "00b0000002"


def _talk(card: SmartCard, *frames: str) -> list[str | None]:
    talk = card.begin()
    answers = [talk(bytes.fromhex(frame)) for frame in frames]
    return [answer.hex() if answer is not None else None for answer in answers]


def test_a_card_with_ndef_opens_its_files() -> None:
    answers = _talk(SmartCard(UID, b"hello"), "02" + SELECT, "0300a4000c02e104", "02" + READ_LENGTH, "0300b0000205")

    assert answers == ["029000", "039000", "0200059000", "03" + b"hello".hex() + "9000"]


def test_the_capability_container_names_the_message_file() -> None:
    answers = _talk(SmartCard(UID, b""), "02" + SELECT, "0300a4000c02e103", "0200b000000f")

    assert answers[-1] == "02000f20003b00340406e104040000ff9000"


def test_a_bank_card_knows_no_ndef_application() -> None:
    assert _talk(SmartCard(UID), "02" + SELECT) == ["026a82"]


@pytest.mark.parametrize(
    ("apdu", "expected"),
    [("00a4000c02e105", "6a82"), ("00b2010c00", "6d00")],
    ids=["a file that is not there", "an unknown command"],
)
def test_what_it_does_not_have_it_says(apdu: str, expected: str) -> None:
    assert _talk(SmartCard(UID, b""), "02" + apdu) == ["02" + expected]


def test_it_wakes_up_repeats_and_says_that_it_is_there() -> None:
    assert _talk(SmartCard(UID, b""), "e080", "02" + SELECT, "b2", "b3") == ["0578008002", "029000", "029000", "a2"]


def test_a_frame_that_is_no_block_gets_no_answer() -> None:
    assert _talk(SmartCard(UID, b""), "c2") == [None]
