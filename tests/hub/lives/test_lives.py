"""Whatever is sent twice, late, at once, in another order or into a power cut: never are there two of anything.

`pytest tests/hub/lives --hypothesis-profile=long` lives them for some minutes.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.hub.lives.bookmark_life import BookmarkLife
from tests.hub.lives.conversation_life import ConversationLife
from tests.hub.lives.coupon_life import CouponLife
from tests.hub.lives.exit_life import ExitLife
from tests.hub.lives.failing_shop import FailingShop
from tests.hub.lives.ledger_life import LedgerLife
from tests.hub.lives.life import Life
from tests.hub.lives.order_life import OrderLife
from tests.hub.lives.stage import Stage
from tests.hub.running import HubServer

_SHORT = settings(max_examples=5, stateful_step_count=20)


@pytest.mark.allow_log("kiosk.hub.domain.settlement.sweep: ")  # a provider is away at times
@pytest.mark.allow_log("kiosk.hub.domain.leaving.mandate_sweep: ")
@pytest.mark.sqlite  # where the power is cut, its files are copied
@pytest.mark.parametrize("life", [BookmarkLife, CouponLife, LedgerLife, ConversationLife, OrderLife, ExitLife])
def test_whatever_happens_there_are_never_two_of_anything(
    life: type[Life], server: HubServer, stage: Stage, tmp_path: Path
) -> None:
    Life.shop, Life.stage = FailingShop(server, stage.folder, tmp_path), stage
    pace = settings.get_profile("long") if settings.get_current_profile_name() == "long" else _SHORT
    unhurried = settings(pace, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    run_state_machine_as_test(life, settings=unhurried)
