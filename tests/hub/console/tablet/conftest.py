"""A customer at the counter."""

from collections.abc import Iterator

import pytest

from tests.hub.counter import Shopper
from tests.hub.running import RunningHub


@pytest.fixture
def anna(running: RunningHub) -> Iterator[Shopper]:
    """She kept a mug, and has a phone of which the store knows her."""
    with Shopper(running) as shopper:
        yield shopper
