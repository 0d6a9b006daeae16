"""A hub with a line to a real broker, and a screen's place on it."""

from collections.abc import Iterator

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by
from tests.hub.fleet.joining import NOTICE_TOPIC, join
from tests.hub.fleet.screen import COMMAND, Screen


@pytest.fixture
def joined(hub: Hub, broker: RunningBroker) -> Iterator[Hub]:
    """The hub on that broker."""
    with join(hub, broker.host, broker.port) as joined:
        yield joined


@pytest.fixture
def bystander(broker: RunningBroker) -> Iterator[Bystander]:
    """Somebody who hears what is said to the first screen, and to all of its store."""
    with stand_by(Address(broker.host, broker.port), COMMAND, NOTICE_TOPIC) as bystander:
        yield bystander


@pytest.fixture
def screen(joined: Hub, bystander: Bystander) -> Screen:
    """The first screen of that hub."""
    return Screen(joined, bystander, STORE, FIRST_SCREEN)
