import tracemalloc
from collections.abc import Iterator

import pytest

from kiosk.mqtt.address import Address
from kiosk.mqtt.bounded_client import LARGEST_PACKET
from kiosk.mqtt.link import Handlers, Link
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.chance import seed_chance
from tests.doubles.notebook import Notebook
from tests.doubles.secure_broker import needs_mosquitto

TOPIC = "bounded/notice"
FLOOD = 64 * 2**20
MOST_READ = 64 * 1024


@pytest.fixture
def flooded(broker: RunningBroker) -> Iterator[Bystander]:
    """Somebody had the broker keep what is a thousand times as large as any message may be."""
    with stand_by(Address(broker.host, broker.port)) as other:
        other.say(TOPIC, bytes(FLOOD), kept=True)
        yield other
        other.say(TOPIC, b"", kept=True)


@needs_mosquitto
def test_a_kept_message_of_64_megabytes_costs_neither_the_memory_nor_the_line(
    broker: RunningBroker, flooded: Bystander
) -> None:
    heard, sizes, ups = Notebook[bytes](), Notebook[int](), Notebook[str]()

    def take(_topic: str, payload: bytes) -> None:
        sizes.write(len(payload))
        heard.write(payload[:8])

    handlers = Handlers(sure=(TOPIC,), on_message=take, on_up=lambda: ups.write("up"))
    link = Link(Address(broker.host, broker.port), "bounded", handlers, seed_chance())
    tracemalloc.start()
    link.start()
    sizes.wait_until(lambda all_sizes: len(all_sizes) == 1)
    flooded.say(TOPIC, b"small")
    heard.wait_for(b"small")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    link.stop()

    assert MOST_READ < sizes.read()[0] < LARGEST_PACKET
    assert peak < 4 * LARGEST_PACKET
    assert ups.read() == ["up"]
