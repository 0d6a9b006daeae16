"""Orders of a hub that did not take off them yet what was given back of their sale."""

from typing import Any

import pytest
from alembic import command
from sqlalchemy import MetaData, create_engine, select, update
from sqlalchemy.pool import NullPool

from kiosk.hub.database import migrate_database
from tests.hub.migrations.config import make_config
from tests.hub.migrations.rows import add_rows

_BEFORE = "0051"
_ADDRESS = "Am Anger 1, 99084 Erfurt"
Line = dict[str, Any]


def bought(name: str, count: int) -> Line:
    return {"line": {"id": name, "count": count}}


def ordered(name: str, count: int, found: str = "picked", substitute: str = "") -> Line:
    return {"code": name, "title": name, "count": count, "found": found, "substitute": substitute}


def migrate(url: str, state: str, back: dict[str, str], *lines: Line) -> dict[str, Any]:
    """An order of two pens and a mug as it becomes, of whose sale so many are back."""
    command.upgrade(make_config(url), _BEFORE)
    engine, metadata = create_engine(url, poolclass=NullPool), MetaData()
    with engine.begin() as connection:
        add_rows(connection, 1)
        metadata.reflect(connection)
        bill = {"lines": [bought("pen", 2), bought("cap", 1), bought("mug", 1)]}
        ways = {"pen": "pick_up", "cap": "take", "mug": "pick_up"}
        for table, values in (
            ("settlements", {"bill": bill, "ways": ways}),
            ("refunds", {"counts": back}),
            ("pickups", {"state": state, "way": "pick_up", "lines": [*lines], "address": _ADDRESS}),
        ):
            connection.execute(update(metadata.tables[table]).values(**values))
    migrate_database(url)
    with engine.connect() as connection:
        members, pickups = metadata.tables["members"], metadata.tables["pickups"]
        row = connection.execute(select(pickups, members.c.revision).join(members)).mappings().one()  # tables joined
        return dict(row)


def test_one_of_which_all_is_back_is_cancelled_and_forgets_where_it_goes(url: str) -> None:
    lines = (ordered("pen", 2), ordered("mug", 1, "substituted", "cup"))
    order = migrate(url, "ready", {"pen": "2", "mug": "1"}, *lines)

    assert (order["state"], order["clerk"], order["address"]) == ("cancelled", "made_by-1", None)
    assert order["lines"] == [ordered("pen", 2, "returned"), ordered("mug", 1, "returned")]
    assert order["revision"] == 1002


def test_of_one_of_which_some_is_back_the_rest_stays(url: str) -> None:
    order = migrate(url, "picking", {"pen": "1", "cap": "1", "mug": "1"}, ordered("pen", 2, "open"), ordered("mug", 1))

    assert (order["state"], order["address"], order["revision"]) == ("picking", _ADDRESS, 1001)
    assert order["lines"] == [ordered("pen", 1, "open"), ordered("mug", 1, "returned")]


@pytest.mark.parametrize(
    ("state", "back", "lines"),
    [
        ("ready", {"cap": "1"}, [ordered("pen", 2), ordered("mug", 1)]),
        ("ready", {"mug": "1"}, [ordered("pen", 2), ordered("mug", 1, "missing")]),
        ("ready", {"pen": "1", "mug": "1"}, [ordered("pen", 1), ordered("mug", 1, "returned")]),
        ("handed_over", {"pen": "2", "mug": "1"}, [ordered("pen", 2), ordered("mug", 1)]),
    ],
)
def test_what_stands_as_it_should_stays_so(url: str, state: str, back: dict[str, str], lines: list[Line]) -> None:
    order = migrate(url, state, back, *lines)

    assert (order["state"], order["lines"], order["address"]) == (state, lines, _ADDRESS)
