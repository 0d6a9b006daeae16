from collections.abc import Iterator

import pytest

from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import stand_by
from tests.doubles.chance import seed_chance
from tests.doubles.deadline import repeat_until, wait_until
from tests.doubles.doom import deadly
from tests.doubles.notebook import Notebook

TOPIC = "tests/network-thread"


class Listener:
    """One end of a line, whose next message ends its thread where the test says so."""

    def __init__(self, broker: RunningBroker) -> None:
        self.heard = Notebook[bytes]()
        self.is_doomed = False
        self.link = Link(
            Address(broker.host, broker.port),
            "kiosk/tests/network-thread",
            Handlers((TOPIC,), on_message=self.take),
            seed_chance(),
        )

    def take(self, _topic: str, payload: bytes) -> None:
        if self.is_doomed:
            self.is_doomed = False
            raise SystemExit
        self.heard.write(payload)


@pytest.fixture
def listener(broker: RunningBroker) -> Iterator[Listener]:
    listener = Listener(broker)
    listener.link.start()
    yield listener
    listener.link.stop()


def test_it_is_called_by_the_role_of_its_line_and_is_not_dead_while_it_lives(listener: Listener) -> None:
    assert listener.link.worker.name == "network-thread-line"
    assert not listener.link.worker.is_dead


@deadly
def test_one_that_died_is_begun_anew_and_hears_again(listener: Listener, broker: RunningBroker) -> None:
    with stand_by(Address(broker.host, broker.port)) as gateway:
        repeat_until(lambda: gateway.say(TOPIC, b"a"), lambda: listener.heard.read() != [])
        listener.is_doomed = True
        gateway.say(TOPIC, b"b")
        wait_until(lambda: listener.link.worker.is_dead)
        listener.link.worker.revive()
        repeat_until(lambda: gateway.say(TOPIC, b"c"), lambda: b"c" in listener.heard.read())


def test_who_was_told_to_end_is_not_dead(broker: RunningBroker) -> None:
    link = Listener(broker).link
    link.start()
    link.stop()
    assert not link.worker.is_dead
