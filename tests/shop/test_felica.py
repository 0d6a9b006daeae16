"""A FeliCa card answers polling and reading."""

from kiosk.shop.felica import Felica, write_memory

IDM = bytes.fromhex("0101a1b2c3d4e5f6")


def _read(card: Felica, *blocks: int) -> bytes | None:
    codes = b"".join(bytes([0x80, block]) for block in blocks)
    payload = b"\x06" + IDM + b"\x01\x0b\x00" + bytes([len(blocks)]) + codes
    return card.begin()(bytes([len(payload) + 1]) + payload)


def test_polling_tells_the_id_and_on_request_the_system() -> None:
    talk = Felica(IDM).begin()

    assert talk(bytes.fromhex("0600ffff0000")) == b"\x12\x01" + IDM + b"\xff" * 8
    assert talk(bytes.fromhex("060012fc0100")) == b"\x14\x01" + IDM + b"\xff" * 8 + b"\x12\xfc"
    assert talk(bytes.fromhex("060000030000")) is None


def test_the_attribute_block_carries_the_length_and_its_check_sum() -> None:
    block = write_memory(b"hello")[:16]

    assert block[11:14] == b"\x00\x00\x05"
    assert int.from_bytes(block[14:], "big") == sum(block[:14])


def test_blocks_are_read_and_a_missing_one_is_an_error() -> None:
    card = Felica(IDM, b"hello")

    assert _read(card, 1) == b"\x1d\x07" + IDM + b"\x00\x00\x01" + b"hello".ljust(16, b"\x00")
    assert _read(card, 2) == b"\x0c\x07" + IDM + b"\x01\xa2"


def test_a_frame_for_another_card_gets_no_answer() -> None:
    assert Felica(bytes(8)).begin()(bytes.fromhex("100601") + IDM[1:] + bytes(6)) is None
