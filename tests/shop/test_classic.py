"""A MIFARE Classic tells its UID and nothing else."""

from kiosk.shop.classic import Classic


def test_a_classic_says_what_it_is_and_then_is_silent() -> None:
    talk = Classic(bytes.fromhex("deadbeef")).begin()

    assert talk(bytes.fromhex("9370deadbeef22")) == b"\x08"
    assert talk(b"\x30\x00") is None
