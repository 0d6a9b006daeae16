from datetime import timedelta

import pytest

from kiosk.hub.domain.chatwoot.pace import plan_look
from tests.hub.running import NOW


@pytest.mark.parametrize(
    ("quiet", "pause"),
    [
        (timedelta(0), timedelta(minutes=1)),
        (timedelta(hours=1), timedelta(minutes=6)),
        (timedelta(days=30), timedelta(days=1)),
    ],
)
def test_the_longer_nothing_was_said_the_later_it_looks(quiet: timedelta, pause: timedelta) -> None:
    assert plan_look(NOW - quiet, NOW) == NOW + pause
