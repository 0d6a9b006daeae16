"""Promise 1 of the house: with API and broker down at the start, what was good last time plays, and a tap is kept."""

from pathlib import Path

from kiosk.mqtt.address import Address
from kiosk.shop.broker import HOST, find_free_port, start_broker
from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_shop import LOOP_OFFER, TOKEN, hash_foreign, stock
from tests.doubles.loyalty_server import LoyaltyServer
from tests.stories.conftest import Fitter

UID = "04a1b2c3d4e5f6"


def test_without_api_and_broker_the_last_good_loop_plays_and_a_tap_is_delivered_later(
    fitter: Fitter, reader: PretendReaderField, tmp_path: Path
) -> None:
    broker_port = find_free_port()
    with LoyaltyServer(TOKEN) as before:
        stock(before)
        screen = fitter.make({"loyalty.url": before.url}, broker=Address(HOST, broker_port))
        broker = start_broker(tmp_path / "broker", broker_port)
        screen.open()
        assert screen.end() == 0
        broker.stop()

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
        broker = start_broker(tmp_path / "broker", broker_port)
        since = screen.mark()
        screen.await_health(since)
        screen.expect_loop()
        broker.stop()

    assert list(after.bookmarks) == [kept["id"]]
    assert after.bookmarks[str(kept["id"])]["credential"]["value"] == hash_foreign("uid", UID)
