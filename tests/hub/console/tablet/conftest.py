"""A customer at the counter, and what one paid on her phone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.doubles.moody_provider import MoodyProvider
from tests.hub.console.clerk import Clerk
from tests.hub.counter import Shopper
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import RunningHub


@pytest.fixture
def anna(running: RunningHub) -> Iterator[Shopper]:
    """She kept a mug, and has a phone of which the store knows her."""
    with Shopper(running) as shopper:
        yield shopper


@pytest.fixture
def till(sam: Clerk) -> PhoneTill:
    """Three pens were paid on a phone: sale 1."""
    till = PhoneTill(sam.running.hub, MoodyProvider())
    sam.running.server.serve(replace(till.hub, themes=sam.running.hub.themes))
    till.put_pens()
    till.pay()
    return till
