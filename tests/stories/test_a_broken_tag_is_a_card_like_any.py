"""Bad input: a tag with broken NDEF, and cards that can keep nothing."""

import pytest

from kiosk.shop.card import PretendCard, TornCard, make_bank_card, make_phone, make_sticker, make_sun_card
from kiosk.shop.field import PretendReaderField
from kiosk.shop.sticker import Sticker
from tests.doubles.foreign_shop import hash_foreign
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import RunningScreen

UID = "04a1b2c3d4e5f6"


def test_a_tag_with_broken_ndef_counts_by_its_uid(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    tap = screen.tap(reader, Sticker(bytes.fromhex(UID), b"\xd1\xff\xff\xffU\x00"))
    screen.expect_loop()
    server.wait_for(lambda: len(server.bookmarks) == 1)

    [bookmark] = server.bookmarks.values()
    assert tap["outcome"] == "saved"
    assert bookmark["credential"] == {"kind": "uid", "value": hash_foreign("uid", UID)}


@pytest.mark.parametrize(
    ("card", "outcome"),
    [
        (make_bank_card(bytes.fromhex("c0ffee01")), "refused"),
        (make_phone(bytes.fromhex("08c0ffee")), "refused"),
        (TornCard(make_sun_card(bytes.fromhex(UID), "https://member.example"), 9), "unreadable"),
    ],
    ids=["a bank card", "a phone", "a card taken away too soon"],
)
def test_a_card_that_can_keep_nothing_is_told_so_and_the_next_one_is_read(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField, card: PretendCard, outcome: str
) -> None:
    refused = screen.tap(reader, card)
    screen.expect_loop(2)
    tap = screen.tap(reader, make_sticker(bytes.fromhex(UID)))
    server.wait_for(lambda: len(server.bookmarks) == 1)

    assert (refused["outcome"], refused["bookmark"]) == (outcome, None)
    assert list(server.bookmarks) == [tap["bookmark"]]
