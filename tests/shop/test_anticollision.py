"""A type A card lets itself be found by its UID."""

import pytest

from kiosk.shop.anticollision import answer_anticollision, split_uid

UID4 = bytes.fromhex("deadbeef")
UID7 = bytes.fromhex("04a1b2c3d4e5f6")

TALK = [
    # a UID, what the reader sends, what the card answers
    (UID4, "26", "0400"),
    (UID4, "52", "0400"),
    (UID4, "9320", "deadbeef22"),
    (UID4, "9370deadbeef22", "20"),
    (UID4, "9520", None),
    (UID7, "26", "4400"),
    (UID7, "9320", "8804a1b29f"),
    (UID7, "93708804a1b29f", "04"),
    (UID7, "9520", "c3d4e5f604"),
    (UID7, "9570c3d4e5f604", "20"),
    (UID7, "93700000000000", None),
    (UID7, "3000", None),
    (UID7, "93", None),
]


@pytest.mark.parametrize(("uid", "frame", "expected"), TALK)
def test_a_card_answers_polls_and_selects_as_iso_14443_3_says(uid: bytes, frame: str, expected: str | None) -> None:
    answer = answer_anticollision(bytes.fromhex(frame), uid, sak=0x20)

    assert (answer.hex() if answer is not None else None) == expected


def test_each_part_ends_in_its_check_byte() -> None:
    assert [part.hex() for part in split_uid(UID4)] == ["deadbeef22"]
