from typing import Any

import msgspec

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.export import encode_export, gather_export
from kiosk.hub.domain.member_data.registry import HERS
from kiosk.hub.domain.member_data.schema import describe_export
from kiosk.hub.models.members.member import Member
from tests.hub.domain.member_data.known_well import get_to_know

_KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}


def _fits(value: object, described: dict[str, Any]) -> bool:
    kinds = described.get("type")
    names = [kinds] if isinstance(kinds, str) else kinds
    return names is None or any(isinstance(value, _KINDS[name]) for name in names)


def test_the_file_is_as_it_is_described(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.read() as session:
        export = msgspec.json.decode(
            encode_export(gather_export(hub, session, session.get_one(Member, known.key), "en"))
        )
    schema = describe_export()
    tables = schema["properties"]["parts"]["properties"]
    unfit = [
        (table, name, value)
        for table, rows in export["parts"].items()
        for row in rows
        for name, value in row.items()
        if not _fits(value, tables[table]["items"]["properties"][name])
    ]

    assert set(export) == set(schema["properties"]) == set(schema["required"])
    assert len(export["parts"]) > 15
    assert unfit == []


def test_every_table_of_hers_is_described_and_what_is_hidden_is_not() -> None:
    tables = describe_export()["properties"]["parts"]["properties"]

    assert set(tables) == {belonging.table for belonging in HERS}
    assert "value" not in tables["credentials"]["items"]["properties"]
    assert tables["receipts"]["items"]["properties"]["total"]["type"] == "string"
