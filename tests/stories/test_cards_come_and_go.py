"""The reader's day: two cards, a card left lying, a reader that vanishes and comes back, or never was there."""

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.foreign_shop import hash_foreign
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import RunningScreen
from tests.doubles.wallet import Wallet
from tests.stories.conftest import Fitter

UIDS = ("04a1b2c3d4e5f6", "04a1b2c3d4e5f7")
FIRST, SECOND = (make_sticker(bytes.fromhex(uid)) for uid in UIDS)


def test_two_shoppers_one_right_after_the_other_keep_the_offer_each(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    taps = [screen.tap(reader, FIRST)]
    screen.expect_loop(2)
    taps.append(screen.tap(reader, SECOND))
    server.wait_for(lambda: len(server.bookmarks) == 2)

    assert list(server.bookmarks) == [tap["bookmark"] for tap in taps]
    credentials = [bookmark["credential"]["value"] for bookmark in server.bookmarks.values()]
    assert credentials == [hash_foreign("uid", uid) for uid in UIDS]


def test_of_two_cards_at_once_each_is_read_in_its_turn(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    wallet = Wallet(FIRST, SECOND)
    reader.put(wallet)
    first = screen.await_said("tap")
    since = screen.mark()
    wallet.take_out()
    second = screen.await_said("tap", since=since)
    reader.take_away()
    server.wait_for(lambda: len(server.bookmarks) == 2)

    assert set(server.bookmarks) == {first["bookmark"], second["bookmark"]}


def test_a_card_left_lying_is_one_tap(screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField) -> None:
    reader.put(FIRST)
    screen.await_said("tap")
    screen.expect_loop(4)
    reader.take_away()

    assert len(screen.list_said("tap")) == 1
    assert len(server.posts) == 1


def test_a_second_tap_for_the_same_offer_is_answered_and_books_nothing(
    screen: RunningScreen, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    first = screen.tap(reader, FIRST)
    screen.expect_loop(4)
    second = screen.tap(reader, FIRST)

    assert (second["outcome"], second["bookmark"]) == ("saved", first["bookmark"])
    assert list(server.bookmarks) == [first["bookmark"]]


def test_a_reader_that_vanishes_and_comes_back_reads_on(fitter: Fitter, server: LoyaltyServer) -> None:
    vanishing = PretendReaderField(0)
    vanishing.start()
    port = vanishing.port
    screen = fitter.make({"nfc.device": f"udp:localhost:{port}"})
    screen.open()
    vanishing.stop()
    screen.expect_loop()
    again = PretendReaderField(port)
    again.start()
    tap = screen.tap(again, FIRST)
    server.wait_for(lambda: len(server.bookmarks) == 1)
    again.stop()

    assert list(server.bookmarks) == [tap["bookmark"]]


def test_a_reader_that_is_not_there_is_named_and_the_loop_plays(fitter: Fitter) -> None:
    screen = fitter.make({"nfc.device": "tty:VITRINE0:pn532"})
    screen.start()

    screen.await_fault("nfc", "reader_gone")
    screen.expect_loop()
