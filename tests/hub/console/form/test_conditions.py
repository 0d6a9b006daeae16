import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import FormData

from kiosk.contract.daypart import Daypart
from kiosk.contract.rule import Condition, Rules, Trait, Visits
from kiosk.hub.console.form.conditions import (
    KINDS,
    MOST_ROWS,
    Row,
    fill_up,
    list_deeper,
    read_condition,
    read_rows,
    type_conditions,
)

_NOTHING = Rules()
_GROUP = Condition(all=("coffee", Condition(visits=Visits(at_least=3))))
_TRAIT = Condition(trait=Trait("spent", at_least=1))


@pytest.mark.parametrize(
    ("kind", "value", "condition"),
    [
        ("visits", "3", Condition(visits=Visits(at_least=3))),
        ("visits", "3 \u2013 10", Condition(visits=Visits(3, 10))),
        ("interest", "garden tools 50 %", Condition(interest="garden tools", at_least=0.5)),
        ("interest", "Schuhe, 7", Condition(interest="Schuhe", at_least=0.07)),
        ("language", "DE, en", Condition(language=("de", "en"))),
        ("zone", "home,fashion", Condition(zone=("home", "fashion"))),
        ("time", "Mo\u2013Mi 9:00\u201312:00", Condition(time=Daypart("09:00", "12:00", ("mon", "tue", "wed")))),
        ("time", "sat, SUN", Condition(time=Daypart(days=("sat", "sun")))),
        ("time", "22:00 - 02:00", Condition(time=Daypart("22:00", "02:00"))),
    ],
)
def test_a_row_says_a_condition_as_people_write_it(kind: str, value: str, condition: Condition) -> None:
    assert read_condition(Row("all", kind, value), _NOTHING) == condition


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *((kind, "") for kind in KINDS),
        *(("visits", text) for text in ("many", "10\u20133", "-3", "3.5", "9" * 9)),
        *(("interest", text) for text in ("shoes", "50", "shoes 101", "x" * 129 + " 5")),
        *(("language", text) for text in ("Deutsch", "d")),
        ("zone", "z" * 129),
        *(("time", text) for text in ("Funday", "25:00\u201326:00", "09:00", "Fr\u2013Mo", "Mo\u2013Mi\u2013Fr", ",")),
        ("", "3"),
        ("trait", "3"),
    ],
)
def test_what_is_no_condition_is_none(kind: str, value: str) -> None:
    assert read_condition(Row("all", kind, value), _NOTHING) is None


def test_a_group_that_there_is_not_holds_no_condition() -> None:
    assert read_condition(Row("some", "visits", "3"), _NOTHING) is None


@given(st.sampled_from(KINDS), st.text(max_size=60))
def test_whatever_is_typed_is_a_condition_or_none(kind: str, value: str) -> None:
    read = read_condition(Row("all", kind, value), _NOTHING)

    assert read is None or type_conditions(Rules(all=(read,)), "de")


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_stands_as_it_is_kept_is_kept_to_the_letter(language: str) -> None:
    kept = Rules(
        all=("coffee", Condition(interest="shoes", at_least=0.333), Condition(zone=("a, b",))),
        any=(Condition(time=Daypart("09:00:30", "24:00", ("mon",))),),
        none=(Condition(time=Daypart()), _GROUP),
    )
    rows = type_conditions(kept, language)

    assert [read_condition(row, kept) for row in rows] == [*kept.all[1:], *kept.any, kept.none[0]]


def test_what_no_row_can_say_lies_deeper() -> None:
    rules = ("coffee", _GROUP, Condition(visits=Visits(3)), _TRAIT)

    assert list_deeper(rules) == (_GROUP, _TRAIT)
    assert type_conditions(Rules(none=rules), "en") == (Row("none", "visits", "3"),)


def test_rows_are_read_without_those_that_are_blank_and_there_is_always_one_more() -> None:
    form = FormData(
        [
            *(("condition_group_0", "any"), ("condition_kind_0", ""), ("condition_value_0", "  ")),
            *(("condition_group_1", "any"), ("condition_kind_1", "visits"), ("condition_value_1", " 3\u202e ")),
        ]
    )

    assert read_rows(form) == (Row("any", "visits", "3"),)
    assert fill_up(read_rows(form)) == (Row("any", "visits", "3"), Row())
    assert fill_up(()) == (Row(), Row())
    assert len(fill_up((Row(),) * MOST_ROWS)) == MOST_ROWS
