"""The till that her phone is, and what its books say."""

import pytest

from kiosk.hub.context import Hub
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.till import PhoneTill


@pytest.fixture
def till(hub: Hub) -> PhoneTill:
    return PhoneTill(hub, MoodyProvider())


@pytest.fixture
def books(hub: Hub) -> Books:
    return Books(hub.database)
