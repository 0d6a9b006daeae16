from collections.abc import Iterator
from uuid import uuid4

import msgspec
import pytest

from kiosk.learning.exchange import LARGEST, Exchange, name_topic
from kiosk.learning.hearsay import MOST_BELIEVED
from kiosk.learning.memory import MOST_OTHERS, MOST_SHARED, Memory, Offers
from kiosk.mqtt.address import Address
from kiosk.offers.posterior import MOST_COUNTED, Tally
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.notebook import Notebook

OWN = Memory().note("w-1", "boots", "weekday-morning", Tally(2, 1))
OTHER = Memory().note("w-2", "mug", "weekday-morning", Tally(5))
CELLS = [f"{day}-{part}" for day in ("weekday", "weekend") for part in ("morning", "midday", "evening")]
TOO_MANY: Offers = {str(number): {} for number in range(MOST_SHARED + 1)}


class Store:
    """A store of its own on the tests' broker."""

    def __init__(self, broker: RunningBroker) -> None:
        self.name = uuid4().hex
        self.address = Address(broker.host, broker.port)
        self.heard: Notebook[Memory] = Notebook()

    def open_exchange(self, screen: str) -> Exchange:
        exchange = Exchange(self.address, self.name, screen, self.heard.write)
        exchange.start()
        return exchange


@pytest.fixture
def store(broker: RunningBroker) -> Store:
    return Store(broker)


@pytest.fixture
def other(store: Store) -> Iterator[Bystander]:
    with stand_by(store.address, name_topic(store.name, "+")) as bystander:
        yield bystander


def say(other: Bystander, store: Store, screen: str, payload: bytes) -> None:
    other.say(name_topic(store.name, screen), payload, kept=True)


def share(store: Store, other: Bystander, offers: Offers) -> bytes:
    """What the others hear of a screen that learnt this."""
    exchange = store.open_exchange("w-1")
    say(other, store, "w-2", b"{}")
    store.heard.wait_for(Memory({"w-2": {}}))
    exchange.share(Memory({"w-1": offers}))
    (told,) = other.wait_for_topic(name_topic(store.name, "w-1"))
    exchange.stop()
    return told


def test_a_screen_tells_what_it_learnt_itself_and_nothing_of_others(store: Store, other: Bystander) -> None:
    say(other, store, "w-2", msgspec.json.encode(OTHER.screens["w-2"]))
    exchange = store.open_exchange("w-1")
    store.heard.wait_for(OTHER)
    exchange.share(OWN.hear(OTHER, "w-1"))
    store.heard.wait_for(OWN)
    exchange.stop()
    (told,) = other.wait_for_topic(name_topic(store.name, "w-1"))
    assert msgspec.json.decode(told) == {"boots": {"weekday-morning": [2, 1, 0, 0]}}


def test_a_screen_that_comes_later_hears_of_it_too(store: Store, other: Bystander) -> None:
    say(other, store, "w-2", msgspec.json.encode(OTHER.screens["w-2"]))
    exchange = store.open_exchange("w-3")
    store.heard.wait_for(OTHER)
    exchange.stop()


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{",
        b"[]",
        b'{"o": {"weekday-midday": [-1]}}',
        b'{"o": {"weekday-midday": ["x"]}}',
        b" " * LARGEST + b"{}",
        b'{"o": {"weekday-night": [1]}}',
        b'{"": {}}',
        msgspec.json.encode(TOO_MANY),
    ],
    ids=[
        "nothing",
        "torn",
        "a list",
        "below none",
        "no count",
        "too large",
        "no kind of hour",
        "no offer",
        "too many offers",
    ],
)
def test_what_cannot_be_read_is_dropped_and_the_next_is_heard(store: Store, other: Bystander, payload: bytes) -> None:
    exchange = store.open_exchange("w-1")
    say(other, store, "w-2", msgspec.json.encode(OTHER.screens["w-2"]))
    store.heard.wait_for(OTHER)
    say(other, store, "w-2", payload)
    say(other, store, "w-9", b"{}")
    store.heard.wait_for(Memory({"w-9": {}}))
    exchange.stop()
    assert store.heard.read() == [OTHER, Memory({"w-9": {}})]


def test_whatever_strangers_say_weighs_little_and_its_own_count_stays(store: Store, other: Bystander) -> None:
    lie = msgspec.json.encode({"boots": dict.fromkeys(CELLS, Tally(MOST_COUNTED, MOST_COUNTED, MOST_COUNTED))})
    for screen in ("w-1", *(f"false-{number}" for number in range(2 * MOST_OTHERS))):
        say(other, store, screen, lie)
    exchange = store.open_exchange("w-1")
    store.heard.wait_until(lambda heard: len(heard) > 2 * MOST_OTHERS)
    say(other, store, "w-2", msgspec.json.encode(OTHER.screens["w-2"]))
    store.heard.wait_for(OTHER)
    exchange.stop()
    memory = OWN
    for heard in store.heard.read():
        memory = memory.hear(heard, "w-1")
    assert memory.screens["w-1"] == OWN.screens["w-1"]
    assert memory.recall("mug", "weekday-morning", "w-1")[0] == Tally(5)
    assert memory.recall("boots", "weekday-morning", "w-1")[0] == Tally(2, 1).plus(
        Tally(MOST_BELIEVED, MOST_BELIEVED, MOST_BELIEVED)
    )


def test_only_the_offers_shown_last_are_told_of(store: Store, other: Bystander) -> None:
    told = share(store, other, TOO_MANY)
    assert list(msgspec.json.decode(told)) == list(TOO_MANY)[1:]


def test_a_message_is_never_too_large_to_be_heard(store: Store, other: Bystander) -> None:
    offers: Offers = {f"{number:0128}": dict.fromkeys(CELLS, Tally(1234, 321, 45, 6)) for number in range(MOST_SHARED)}
    told = share(store, other, offers)
    names = list(msgspec.json.decode(told))
    assert LARGEST - 1000 < len(told) <= LARGEST
    assert names == list(offers)[-len(names) :]


def test_without_a_broker_or_anything_to_say_nothing_happens(store: Store) -> None:
    exchange = Exchange(store.address, store.name, "w-1", store.heard.write)
    exchange.share(OWN)
    exchange.share(Memory())
    assert store.heard.read() == []
