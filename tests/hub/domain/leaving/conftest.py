"""Somebody who walks out."""

import pytest

from kiosk.hub.context import Hub
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.leaving.walker import Walker
from tests.hub.running import Dial


@pytest.fixture
def walker(hub: Hub, dial: Dial) -> Walker:
    return Walker(hub, MoodyProvider(), dial)
