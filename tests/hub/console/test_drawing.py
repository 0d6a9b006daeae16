import pytest

from kiosk.hub.console.drawing import answer_drawing, list_drawings
from kiosk.hub.problem import Problem
from tests.hub.console.clerk import Clerk
from tests.hub.console.few_themes import WEBP


def test_a_drawing_is_kept_by_nobody_but_the_one_who_looks() -> None:
    answer = answer_drawing(b"RIFF")

    assert (answer.body, answer.headers["content-type"]) == (b"RIFF", "image/webp")
    assert answer.headers["cache-control"].startswith("private")


def test_what_was_not_drawn_is_not_found() -> None:
    with pytest.raises(Problem) as refused:
        answer_drawing(None)
    assert refused.value.status == 404


def test_what_was_ordered_is_drawn_both_ways_and_nothing_else(mara: Clerk) -> None:
    order = mara.running.hub.themes.order_notice(("Bitte gehen Sie hinaus",), "emergency")
    addresses = list_drawings(order, "notice")

    assert set(addresses) == {"landscape", "portrait"}
    assert [mara.open(address).content for address in addresses.values()] == [WEBP] * 2
    assert mara.open(f"/console/drawings/{order}/offer-landscape").status_code == 404
    assert mara.open(f"/console/drawings/{'0' * 64}/notice-landscape").status_code == 404
