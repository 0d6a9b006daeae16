from typing import Annotated, Any

import pytest
from msgspec import Meta, Struct

from kiosk.theming.fields import convert_table
from kiosk.theming.finding import Finding
from kiosk.theming.flaws import say_allowed
from kiosk.theming.kinds import Colour, Name
from kiosk.theming.option import Options


class Room(Struct, forbid_unknown_fields=True):
    """A table in a table."""

    height: Annotated[float, Meta(ge=2, le=4, description="In metres.")]
    walls: Annotated[dict[Name, Colour], Meta(max_length=2)]


class House(Struct, forbid_unknown_fields=True):
    """A table."""

    hall: Room
    name: str = ""


def list_findings(table: dict[str, Any], kind: type[Struct] = House) -> list[str]:
    findings: list[Finding] = []
    assert convert_table("a.toml", table, kind, findings) is None
    return [str(finding).removeprefix("a.toml: ") for finding in findings]


def test_what_fits_is_converted_without_a_word() -> None:
    findings: list[Finding] = []
    assert convert_table("a.toml", {"hall": {"height": 3, "walls": {}}}, House, findings) == House(Room(3, {}))
    assert findings == []


def test_every_key_that_does_not_fit_is_named_with_what_is_allowed() -> None:
    assert list_findings({"hall": {"height": 9, "wals": 1, "walls": {"North": "red"}}, "name": 3}) == [
        "hall.wals: no such key, did you mean walls?",
        "hall.height: is not allowed; allowed is a number from 2 and up to 4. In metres.",
        "hall.walls.North: is no name; allowed is up to 32 small letters, digits and `_`, beginning with a letter.",
        "hall.walls.North: is not allowed; allowed is a colour such as #c8532b.",
        "name: is not allowed; allowed is text.",
    ]


def test_a_missing_table_is_said_to_be_one() -> None:
    assert list_findings({}) == ["hall: is missing; allowed is a table."]
    assert list_findings({"hall": 3}) == ["hall: is not allowed; allowed is a table."]


def test_too_many_entries_are_refused_though_each_of_them_fits() -> None:
    walls = dict.fromkeys("abc", "#ffffff")
    assert list_findings({"hall": {"height": 3, "walls": walls}})


@pytest.mark.parametrize(
    ("option", "why"),
    [
        ({"type": "colour", "title": {"de": "x"}, "default": "red"}, "options.a.default: is not allowed"),
        ({"type": "number", "title": {"de": "x"}, "default": 1, "min": 0}, "options.a.max: is missing"),
        ({"type": "sound", "title": {"de": "x"}}, "options.a: is not allowed"),
        ("colour", "options.a: is not allowed"),
    ],
)
def test_of_a_choice_of_tables_the_one_that_its_type_names_is_meant(option: object, why: str) -> None:
    (found,) = list_findings({"options": {"a": option}}, Options)
    assert found.startswith(why)


def test_what_is_allowed_is_said_in_words() -> None:
    assert say_allowed(Annotated[float, Meta(ge=0, le=1)]) == "allowed is a number from 0 and up to 1."
