from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

import msgspec
import pytest

from kiosk.contract.instant import Instant
from kiosk.contract.shelf_price import ShelfPrice, name_price_topic, name_told_topic, write_told
from kiosk.core.events import PricesHeard
from kiosk.mqtt.address import Address
from kiosk.shelf.board import PriceBoard
from kiosk.shelf.feed import NO_PRICES, NOT_CERTAIN, PriceFeed
from kiosk.shop.broker import RunningBroker
from tests.contract.test_shelf_price import make_money, make_price
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.notebook import FaultBook, Notebook

WALL = datetime(2026, 11, 22, 9, tzinfo=UTC)
BEER, WINE = make_price(shelf="drinks"), make_price(code="04012345000122", shelf="drinks")
MUG = make_price(code="04012345000016", shelf="gifts")


@dataclass
class Corner:
    """A store of its own on the tests' broker, with one shelf."""

    address: Address
    hub: Bystander
    store: str
    mono: float = 1000.0
    heard: Notebook[PricesHeard] = field(default_factory=Notebook[PricesHeard])
    faults: FaultBook = field(default_factory=FaultBook)

    def open(self, codes: tuple[str, ...] = (), shelf: str = "drinks") -> PriceFeed:
        board = PriceBoard(codes, shelf, 120)
        place, wanted = (self.store, "edge-1"), None if shelf else codes
        feed = PriceFeed(self.address, place, wanted, board, self.heard.write, self.faults, self.read_instant)
        feed.start()
        return feed

    def read_instant(self) -> Instant:
        return Instant(self.mono, WALL, "i-1")

    def keep(self, *prices: ShelfPrice) -> None:
        for price in prices:
            self.hub.say(name_price_topic(self.store, price.code), msgspec.json.encode(price), kept=True)

    def tell(self) -> None:
        self.hub.say(name_told_topic(self.store), write_told(WALL), kept=True)


@pytest.fixture
def corner(broker: RunningBroker) -> Iterator[Corner]:
    address = Address(broker.host, broker.port)
    with stand_by(address) as hub:
        yield Corner(address, hub, uuid4().hex)


def test_what_the_broker_keeps_is_heard_and_so_is_what_changes(corner: Corner) -> None:
    corner.keep(BEER, WINE, MUG)
    corner.tell()
    feed = corner.open()
    corner.heard.wait_for(PricesHeard((BEER, WINE), 1120.0))

    cheaper = make_price(shelf="drinks", price=make_money("0.99"))
    corner.keep(cheaper)
    corner.heard.wait_for(PricesHeard((cheaper, WINE), 1120.0))
    corner.faults.wait_for(("shelf", None))
    feed.stop()


def test_of_articles_that_are_named_alone_no_other_is_asked_for(corner: Corner) -> None:
    corner.keep(BEER, MUG)
    corner.tell()
    feed = corner.open((MUG.code,), "")
    corner.heard.wait_for(PricesHeard((MUG,), 1120.0))
    feed.stop()

    assert all(BEER not in event.prices for event in corner.heard.read())


def test_a_shelf_of_which_nothing_is_known_is_a_fault_and_so_is_one_whose_prices_may_be_old(corner: Corner) -> None:
    feed = corner.open()
    corner.faults.wait_for(("shelf", NO_PRICES))
    corner.keep(BEER)
    corner.faults.wait_for(("shelf", NOT_CERTAIN))
    corner.tell()
    corner.faults.wait_for(("shelf", None))
    feed.stop()
