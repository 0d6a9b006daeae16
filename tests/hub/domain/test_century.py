from datetime import UTC, datetime

import pytest

from kiosk.hub.domain.century import refuse_far_times


def test_a_time_of_this_century_is_taken() -> None:
    assert refuse_far_times(datetime(2000, 1, 1, tzinfo=UTC)).year == 2000


@pytest.mark.parametrize("year", [1, 1999, 2100, 9999])
def test_a_time_of_another_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match="not of this century"):
        refuse_far_times(datetime(year, 7, 1, tzinfo=UTC))
