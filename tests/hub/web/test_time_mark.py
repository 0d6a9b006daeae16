from datetime import datetime

import pytest

from kiosk.hub.web.time_mark import read_mark
from tests.hub.running import NOW


@pytest.mark.parametrize(
    ("seconds", "time"),
    [(None, None), (NOW.timestamp(), NOW), (1e30, None), (float("nan"), None), (float("inf"), None)],
)
def test_a_mark_that_no_calendar_has_is_none(seconds: float | None, time: datetime | None) -> None:
    assert read_mark(seconds) == time
