"""The cards that the demo puts into the field."""

import pytest

from kiosk.shop.card import (
    PretendCard,
    TornCard,
    make_bank_card,
    make_felica,
    make_phone,
    make_sticker,
    make_sun_card,
    write_uri,
)

UID4 = bytes.fromhex("deadbeef")
UID7 = bytes.fromhex("04a1b2c3d4e5f6")

CARDS: list[tuple[PretendCard, str]] = [
    (make_sticker(UID7), "106A"),
    (make_sun_card(UID7, "https://example.org/"), "106A"),
    (make_bank_card(UID4), "106A"),
    (make_phone(UID4), "106A"),
    (make_felica(bytes(8)), "212F"),
    (TornCard(make_felica(bytes(8)), 1), "212F"),
]


@pytest.mark.parametrize(("card", "expected"), CARDS)
def test_a_card_is_polled_by_its_technology(card: PretendCard, expected: str) -> None:
    assert card.technology == expected


def test_a_torn_card_falls_silent_after_its_frames() -> None:
    talk = TornCard(make_phone(UID4), 2).begin()

    assert [talk(b"\x26") is None for _ in range(4)] == [False, False, True, True]


def test_a_torn_card_that_comes_back_answers_again() -> None:
    card = TornCard(make_phone(UID4), 1)
    card.begin()(b"\x26")

    assert card.begin()(b"\x26") is not None


def test_a_uri_is_written_as_a_short_record() -> None:
    assert write_uri("vitrine:1") == b"\xd1\x01\x0aU\x00vitrine:1"
