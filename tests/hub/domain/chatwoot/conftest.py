"""A hub whose store answers at a Chatwoot."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.backoff import Backoff
from kiosk.hub.chatwoot.client import Client
from kiosk.hub.chatwoot.line import Line
from kiosk.hub.context import Hub
from kiosk.hub.domain.chatwoot.courier import Courier
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.models.conversation.bookmark import Bookmark
from tests.doubles.chatwoot import PretendChatwoot, run_chatwoot
from tests.hub.thread import keep_mug


@pytest.fixture
def chatwoot() -> Iterator[PretendChatwoot]:
    with run_chatwoot() as chatwoot:
        yield chatwoot


@pytest.fixture
def desk(hub: Hub, chatwoot: PretendChatwoot) -> Desk:
    told = replace(hub, settings=replace(hub.settings, chatwoot=chatwoot.settings))
    return Desk(told, Client(Line(chatwoot.settings, told.now)))


@pytest.fixture
def courier(desk: Desk) -> Courier:
    """It waits two seconds after a failure, then four."""
    return Courier(desk, Backoff(lambda: 1.0, base_s=2.0))


@pytest.fixture
def bookmark(desk: Desk) -> Bookmark:
    """Somebody kept the mug, and wrote nothing yet."""
    return keep_mug(desk.hub)
