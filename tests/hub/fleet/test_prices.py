import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from threading import Event as Flag

import pytest

from kiosk.contract.money import Money
from kiosk.contract.shelf_price import name_price_topic, name_told_topic, read_shelf_price, read_told
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_change import note_article_change, take_gist
from kiosk.hub.fleet.connection import join_broker
from kiosk.hub.fleet.prices import BEAT
from kiosk.hub.models.catalogue.article import Article, list_sold
from kiosk.hub.models.catalogue.shelf_price import state_shelf_price
from kiosk.hub.models.row import write_rows
from kiosk.hub.sample.shop import STORE
from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link
from kiosk.shop.broker import start_broker
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.chance import seed_chance
from tests.doubles.mortal_broker import MortalBroker
from tests.hub.running import DEADLINE_S, NOW, Dial

MUG, LABELLED, STRANGE = "04012345000016", "220001", "09999999999994"
MUG_TOPIC, TOLD = name_price_topic(STORE, MUG), name_told_topic(STORE)
ALL = name_price_topic(STORE, "+")
MANY = 10_000
PROGRAM = """
import sys
from kiosk.hub.serve import open_listener, serve_hub
from kiosk.hub.settings import HubSettings
from kiosk.mqtt.address import Address
serve_hub(HubSettings(sys.argv[1], broker=Address("127.0.0.1", int(sys.argv[2]))), open_listener("127.0.0.1", 0))
"""


@contextmanager
def join(hub: Hub, address: Address, *topics: str) -> Generator[Bystander]:
    """The hub on this broker, and who hears what it says there: of prices, where no topics are named."""
    settings = replace(hub.settings, broker=address)
    with stand_by(address, *(topics or (ALL, TOLD))) as shelf, join_broker(replace(hub, settings=settings)):
        yield shelf


def change_mug(hub: Hub, **changes: object) -> None:
    with hub.database.write() as session:
        mug = session.get_one(Article, (STORE, MUG))
        for name, value in changes.items():
            setattr(mug, name, value)
        mug.changed_at += timedelta(seconds=1)


def await_price(shelf: Bystander, fits: Callable[[bytes], bool]) -> None:
    """Wait until the mug's price was said so."""
    shelf.heard.wait_until(lambda heard: any(fits(payload) for topic, payload in heard if topic == MUG_TOPIC))


def costs(amount: str) -> Callable[[bytes], bool]:
    def fits(payload: bytes) -> bool:
        price = read_shelf_price(payload)
        return price is not None and price.price.amount == Decimal(amount)

    return fits


def list_kept(address: Address) -> dict[str, bytes]:
    """What the broker keeps of prices: it says so before anything that is said after they were asked for."""
    kept, is_heard = dict[str, bytes](), Flag()

    def hear(topic: str, payload: bytes) -> None:
        kept[topic] = payload
        if topic == "asked":
            is_heard.set()

    ready = Flag()
    newcomer = Link(address, "newcomer", Handlers((ALL, "asked"), on_message=hear, on_ready=ready.set), seed_chance())
    newcomer.start()
    assert ready.wait(DEADLINE_S)
    newcomer.publish("asked", b"")
    assert is_heard.wait(DEADLINE_S)
    newcomer.stop()
    return {topic: payload for topic, payload in kept.items() if topic != "asked"}


def list_wanted(hub: Hub) -> dict[str, object]:
    with hub.database.read() as session:
        stated = [state_shelf_price(article) for article in list_sold(session, STORE)]
    return {name_price_topic(STORE, one.code): one for one in stated if one}


def read_kept(address: Address) -> dict[str, object]:
    return {topic: read_shelf_price(payload) for topic, payload in list_kept(address).items()}


def await_kept(fits: Callable[[], bool]) -> None:
    look = Flag()
    assert any(fits() or look.wait(0.1) for _ in range(500))


def add_many(hub: Hub, many: int) -> None:
    rows = (
        {
            "store_id": STORE,
            "code": f"{number:014d}",
            "title": {"en": "Beer"},
            "price": Decimal(number).scaleb(-2),
            "currency": "EUR",
            "vat": "full",
            "changed_at": NOW,
        }
        for number in range(many)
    )
    with hub.database.write() as session:
        write_rows(session, Article, rows)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[Address]:
    """A broker that keeps nothing yet."""
    broker = start_broker(tmp_path)
    yield Address(broker.host, broker.port)
    broker.stop()


def test_a_reduced_price_is_said_with_the_lowest_of_the_30_days_before(hub: Hub, address: Address, dial: Dial) -> None:
    with hub.database.write() as session:
        mug = session.get_one(Article, (STORE, MUG))
        was = take_gist(mug)
        mug.price, dial.time = Decimal("24.90"), NOW + timedelta(seconds=1)
        note_article_change(hub, session, mug, was)
    with join(hub, address) as shelf:
        (payload, *_) = shelf.wait_for_topic(MUG_TOPIC)

    stated, before = read_shelf_price(payload), Money(Decimal("29.90"), "EUR")
    assert stated
    assert (stated.price.amount, stated.was, stated.lowest_30d) == (Decimal("24.90"), before, before)


def test_the_price_of_each_article_is_kept_and_said_to_hold(hub: Hub, address: Address) -> None:
    with join(hub, address) as shelf:
        told = read_told(shelf.wait_for_topic(TOLD)[-1])

    assert told is not None
    assert told.as_of == NOW
    wanted = list_wanted(hub)
    assert read_kept(address) == wanted
    assert name_price_topic(STORE, LABELLED) not in wanted
    assert len(wanted) == 16


def test_a_change_is_said_at_once_and_what_is_sold_no_more_withdrawn(hub: Hub, address: Address) -> None:
    with join(hub, address) as shelf:
        shelf.wait_for_topic(TOLD)
        change_mug(hub, price=Decimal("19.90"))
        await_price(shelf, costs("19.90"))
        change_mug(hub, archived_at=NOW)
        await_price(shelf, lambda payload: payload == b"")
        others = [topic for topic, _ in shelf.heard.read() if topic not in {MUG_TOPIC, TOLD}]

    assert MUG_TOPIC not in list_kept(address)
    assert others.count(name_price_topic(STORE, "04012345000023")) == 1


def test_that_prices_hold_is_said_now_and_then(hub: Hub, address: Address, dial: Dial) -> None:
    with join(hub, address) as shelf:
        shelf.wait_for_topic(TOLD)
        dial.turn(BEAT)

        assert b"09:00:15" in shelf.wait_for_topic(TOLD, 2)[-1]


def test_what_a_broker_keeps_of_another_time_is_corrected_at_the_next_start(hub: Hub, address: Address) -> None:
    with stand_by(address) as stranger:
        stranger.say(name_price_topic(STORE, STRANGE), b'{"old": true}', kept=True)
        stranger.say(MUG_TOPIC, b'{"old": true}', kept=True)
        stranger.say(name_price_topic("anderswo", STRANGE), b"{}", kept=True)
    with join(hub, address) as shelf:
        shelf.heard.wait_for((name_price_topic(STORE, STRANGE), b""))
        await_price(shelf, costs("29.90"))

    assert read_kept(address) == list_wanted(hub)
    with stand_by(address, name_price_topic("anderswo", "+")) as stranger:
        stranger.heard.wait_for((name_price_topic("anderswo", STRANGE), b"{}"))


@pytest.mark.allow_log("cannot be reached")
def test_a_broker_that_forgot_is_told_everything_again(hub: Hub, tmp_path: Path) -> None:
    with MortalBroker(tmp_path / "broker") as mortal:
        mortal.revive()
        with join(hub, mortal.address) as shelf:
            shelf.wait_for_topic(TOLD)
            mortal.kill()
            mortal.revive()
            with stand_by(mortal.address, TOLD) as later:
                later.wait_for_topic(TOLD)
            assert read_kept(mortal.address) == list_wanted(hub)


def test_ten_thousand_articles_are_all_kept(hub: Hub, address: Address) -> None:
    add_many(hub, MANY)
    with join(hub, address, TOLD) as shelf:
        shelf.wait_for_topic(TOLD)

    assert len(list_wanted(hub)) == MANY + 16
    assert read_kept(address) == list_wanted(hub)
    with hub.database.write() as session:
        for article in list_sold(session, STORE):
            article.archived_at = NOW
    with join(hub, address, TOLD):
        await_kept(lambda: not list_kept(address))


@pytest.mark.sqlite
def test_what_a_hub_was_killed_before_it_could_say_the_next_one_says(hub: Hub, address: Address) -> None:
    add_many(hub, 1000)
    command = [sys.executable, "-c", PROGRAM, hub.settings.database, str(address.port)]
    with subprocess.Popen(command) as process:  # noqa: S603 # our own program
        try:
            await_kept(lambda: bool(list_kept(address)))
        finally:
            process.kill()
    change_mug(hub, price=Decimal("19.90"))

    assert read_kept(address) != list_wanted(hub)
    with join(hub, address, TOLD) as shelf:
        shelf.wait_for_topic(TOLD)
    assert read_kept(address) == list_wanted(hub)
