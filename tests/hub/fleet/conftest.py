"""A hub with a line to a real broker, and a screen's place on it."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Event as Flag

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.fleet.connection import join_broker
from kiosk.hub.mqtt.broker import Broker
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by
from tests.hub.fleet.screen import COMMAND, Screen


@pytest.fixture
def joined(hub: Hub, broker: RunningBroker) -> Iterator[Hub]:
    """The hub, once its line is up."""
    settings = replace(hub.settings, broker=Broker(broker.host, broker.port))
    with join_broker(replace(hub, settings=settings)) as joined:
        look = Flag()
        assert joined.line
        assert any(joined.line.is_up() or look.wait(0.02) for _ in range(500))
        yield joined


@pytest.fixture
def bystander(broker: RunningBroker) -> Iterator[Bystander]:
    """Somebody who hears what is said to the first screen, and to all of its store."""
    with stand_by(Address(broker.host, broker.port), COMMAND, f"kiosk/v1/{STORE}/notice") as bystander:
        yield bystander


@pytest.fixture
def screen(joined: Hub, bystander: Bystander) -> Screen:
    """The first screen of that hub."""
    return Screen(joined, bystander, STORE, FIRST_SCREEN)
