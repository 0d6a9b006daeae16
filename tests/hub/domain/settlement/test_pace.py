from datetime import timedelta

import pytest

from kiosk.hub.domain.settlement.pace import UNDER_WAY, find_next_look, is_under_way
from tests.hub.running import NOW


@pytest.mark.parametrize(("age_s", "wait_s"), [(0, 5), (50, 5), (600, 60), (86_400, 300)])
def test_it_is_asked_soon_at_first_and_ever_more_seldom(age_s: int, wait_s: int) -> None:
    assert find_next_look(NOW - timedelta(seconds=age_s), NOW) == NOW + timedelta(seconds=wait_s)


def test_a_question_is_under_way_for_a_while() -> None:
    assert [is_under_way(NOW, NOW + after) for after in (timedelta(), UNDER_WAY)] == [True, False]
