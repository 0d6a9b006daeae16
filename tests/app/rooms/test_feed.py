from pathlib import Path

import pytest

from kiosk.app.givens import gather_givens
from kiosk.app.rooms.feed import make_feed
from kiosk.fleet.status import Clocks, Status
from kiosk.proximity.feed import Feed
from tests.doubles.notebook import FaultBook
from tests.doubles.settings import make_settings
from tests.doubles.shop_floor import MONDAY


@pytest.mark.parametrize(("profile", "kind"), [("auto", Feed), ("espresense", Feed), ("none", type(None))])
def test_there_is_a_feed_unless_nobody_is_to_be_listened_to(tmp_path: Path, profile: str, kind: type) -> None:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: MONDAY))
    givens = gather_givens(make_settings(tmp_path, f"proximity.profile={profile}"), status)

    assert type(make_feed(givens, lambda: None, FaultBook())) is kind
