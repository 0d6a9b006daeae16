import pytest

from kiosk.hub.domain.visit.floor_plan import FloorPlanRefused, make_department, parse_floor_plan

_ONE = '[[department]]\nzone = "home"\ntitle = { de = "Wohnen" }\nway = { de = "links" }\n'


def test_a_department_is_kept_as_it_stands_there() -> None:
    (entry,) = parse_floor_plan(_ONE).department
    department = make_department(entry, "s")

    assert (department.store_id, department.zone) == ("s", "home")
    assert (department.title, department.way) == ({"de": "Wohnen"}, {"de": "links"})
    assert parse_floor_plan("").department == ()


@pytest.mark.parametrize(
    "text",
    [
        "[[department]",
        _ONE + _ONE,
        _ONE + "floor = 1\n",
        _ONE.replace('{ de = "links" }', "{}"),
        _ONE.replace("links", ""),
        _ONE.replace("links", "l" * 121),
        _ONE.replace('zone = "home"', 'zone = ""'),
        _ONE.replace("{ de", "{ DEUTSCH"),
        "[[department]]\n" * 257,
    ],
)
def test_a_plan_by_which_nobody_finds_the_way_is_refused(text: str) -> None:
    with pytest.raises(FloorPlanRefused):
        parse_floor_plan(text)
