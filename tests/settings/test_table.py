from kiosk.settings.table import Table, has, put_beneath


def test_what_is_there_stays_and_what_is_not_is_put() -> None:
    table: Table = {"store": {"id": "berlin"}}
    put_beneath(table, "store", "id", "other")
    put_beneath(table, "store", "name", "Berlin")
    put_beneath(table, "screen", "id", "window-1")

    assert table == {"store": {"id": "berlin", "name": "Berlin"}, "screen": {"id": "window-1"}}
    assert has(table, "screen", "id")
    assert not has(table, "screen", "zones")


def test_a_section_that_is_no_table_is_left_for_whoever_refuses_it() -> None:
    table: Table = {"store": "berlin"}
    put_beneath(table, "store", "id", "other")

    assert table == {"store": "berlin"}
    assert not has(table, "store", "id")
