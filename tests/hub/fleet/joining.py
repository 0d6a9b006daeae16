"""How a test joins its hub to a real broker."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from kiosk.hub.context import Hub
from kiosk.hub.fleet.connection import join_broker
from kiosk.hub.sample.shop import STORE
from kiosk.mqtt.address import Address
from tests.doubles.bystander import stand_by

NOTICE_TOPIC = f"kiosk/v1/{STORE}/notice"


@contextmanager
def join(hub: Hub, host: str, port: int) -> Generator[Hub]:
    """The hub, once it has said to the broker that no notice hangs in its store."""
    settings = replace(hub.settings, broker=Address(host, port))
    with (
        stand_by(Address(host, port), NOTICE_TOPIC) as witness,
        join_broker(replace(hub, settings=settings)) as joined,
    ):
        witness.heard.wait_for((NOTICE_TOPIC, b""))
        yield joined
        witness.say(NOTICE_TOPIC, b"", kept=True)  # what hung there shall not meet the screens of later tests
