"""Promise 1 of the house: with API and broker down at the start, what was good last time plays, and a tap is kept."""

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_shop import LOOP_OFFER, TOKEN, hash_foreign, stock
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.mortal_broker import MortalBroker
from tests.stories.conftest import Fitter

UID = "04a1b2c3d4e5f6"


def test_without_api_and_broker_the_last_good_loop_plays_and_a_tap_is_delivered_later(
    fitter: Fitter, reader: PretendReaderField, mortal: MortalBroker
) -> None:
    with LoyaltyServer(TOKEN) as before:
        stock(before)
        screen = fitter.make({"loyalty.url": before.url}, broker=mortal.address)
        mortal.revive()
        screen.open()
        assert screen.end() == 0
        mortal.kill()

    screen.start()
    reader.put(make_sticker(bytes.fromhex(UID)))
    wait_until(lambda: bool(screen.list_outbox()))
    reader.take_away()
    [kept] = screen.list_outbox()
    assert (kept["offer"], kept["dead_code"]) == (LOOP_OFFER, None)

    after = LoyaltyServer(TOKEN, before.port)
    stock(after)
    with after:
        after.wait_for(lambda: len(after.bookmarks) == 1)
        mortal.revive()
        since = screen.mark()
        screen.await_health(since)
        screen.expect_loop()

    assert list(after.bookmarks) == [kept["id"]]
    assert after.bookmarks[str(kept["id"])]["credential"]["value"] == hash_foreign("uid", UID)
