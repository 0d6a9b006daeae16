from kiosk.hub.domain.member_data.registry import HERS, NOBODYS
from kiosk.hub.models.tables import METADATA


def test_each_table_is_said_to_be_hers_or_nobodys_and_no_other_is() -> None:
    hers = {belonging.table for belonging in HERS}

    assert hers | set(NOBODYS) == set(METADATA.tables), "a new table needs a line in the registry: see its docstring"
    assert hers & set(NOBODYS) == set()


def test_the_columns_that_it_names_are_there() -> None:
    named = {(one.table, column) for one in HERS for column in (one.column, *one.hidden, *(one.severed or {}))}

    assert {(table, column) for table, column in named if column not in METADATA.tables[table].columns} == set()


def test_what_stays_says_why() -> None:
    assert [one.table for one in HERS if one.severed is not None and not one.why] == []


def test_no_table_that_refers_to_a_member_is_nobodys() -> None:
    referring = {
        table.name
        for table in METADATA.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in {"members", "bookmarks", "conversations", "messages"}
    }

    assert referring & set(NOBODYS) == set()
