"""Bad input: a broker that dies and comes back."""

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.bystander import stand_by
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.foreign_shop import ANNAS_OFFER, BEACON, LOOP_OFFER
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.mortal_broker import MortalBroker
from tests.stories.conftest import Fitter

UID = bytes.fromhex("04a1b2c3d4e5f6")


def test_a_broker_that_dies_and_comes_back_costs_nothing_but_its_own_time(
    fitter: Fitter, server: LoyaltyServer, reader: PretendReaderField, mortal: MortalBroker
) -> None:
    mortal.revive()
    screen = fitter.make(broker=mortal.address)
    screen.open()

    mortal.kill()
    reader.put(make_sticker(UID))
    server.wait_for(lambda: len(server.bookmarks) == 1)
    reader.take_away()
    since = screen.mark()
    mortal.revive()
    screen.await_health(since)
    screen.expect_loop()
    with stand_by(mortal.address) as gateway:
        shown = screen.await_heard(lambda: walk_up(gateway, BEACON), since)

    assert [bookmark["offer"] for bookmark in server.bookmarks.values()] == [LOOP_OFFER]
    assert shown["offer"] == ANNAS_OFFER
