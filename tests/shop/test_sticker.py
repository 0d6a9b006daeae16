"""An NTAG213 answers as its data sheet says."""

from kiosk.shop.sticker import Sticker, write_memory

UID = bytes.fromhex("04a1b2c3d4e5f6")


def test_the_memory_begins_with_the_uid_and_its_check_bytes() -> None:
    assert write_memory(UID, None)[:10].hex() == "04a1b29fc3d4e5f60448"


def test_the_message_follows_the_capability_container() -> None:
    memory = write_memory(UID, b"\xd0\x00\x00")

    assert memory[12:22].hex() == "e11012000303d00000fe"
    assert len(memory) == 180


def test_a_sticker_tells_its_version_and_four_pages_at_once() -> None:
    talk = Sticker(UID, b"\xd0\x00\x00").begin()

    assert talk(b"\x60") == bytes.fromhex("0004040201000F03")
    assert talk(b"\x30\x03") == write_memory(UID, b"\xd0\x00\x00")[12:28]


def test_beyond_its_memory_it_says_no_and_to_what_it_does_not_know_nothing() -> None:
    talk = Sticker(UID).begin()

    assert talk(b"\x30\x2d") == b"\x00"
    assert talk(b"\x1a\x00") is None
