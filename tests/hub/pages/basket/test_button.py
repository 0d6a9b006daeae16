import pytest

from kiosk.hub.domain.basket.change import Accept, AddPiece, Change, Confirm, SetCount, SetWay, UseUnit
from kiosk.hub.pages.basket.button import (
    name_accept,
    name_confirm,
    name_count,
    name_more,
    name_unit,
    name_way,
    read_button,
)
from kiosk.hub.problem import Problem


@pytest.mark.parametrize(
    ("said", "change"),
    [
        (name_count("a:b", 3), SetCount("a:b", 3)),
        (name_count("a", 0), SetCount("a", 0)),
        (name_more("a:b", 1), AddPiece("a:b", 1)),
        (name_more("a", -1), AddPiece("a", -1)),
        (name_way("a", "home"), SetWay("a", "home")),
        (name_unit("points", is_used=True), UseUnit("points", is_used=True)),
        (name_unit("EUR", is_used=False), UseUnit("EUR", is_used=False)),
        (name_accept("shown"), Accept("shown")),
        (name_confirm("shown"), Confirm("shown")),
    ],
)
def test_a_button_says_what_it_changes(said: str, change: Change) -> None:
    assert read_button(said) == change


@pytest.mark.parametrize(
    "said",
    [
        "",
        "accept",
        "count",
        "count:a",
        "count:a:-1",
        "count:a:100",
        "count:a:x",
        "way:a:up",
        "x:a:home",
        "more:a:2",
        "unit:points:2",
        "unit:gold:yes",
    ],
)
def test_what_no_button_says_is_refused(said: str) -> None:
    with pytest.raises(Problem) as refused:
        read_button(said)

    assert refused.value.status == 400
