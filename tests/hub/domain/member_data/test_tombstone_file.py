from pathlib import Path

import pytest
from sqlalchemy import delete, select

from kiosk.errors import FileRefused
from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.tombstone_file import file_tombstones, find_tombstone_file, learn_tombstones
from kiosk.hub.models.members.tombstone import Tombstone
from tests.hub.running import NOW

pytestmark = pytest.mark.sqlite

HASHES = ["a" * 64, "b" * 64]


def _lay(hub: Hub, *hashes: str) -> None:
    with hub.database.write() as session:
        session.add_all(Tombstone(hash=one, erased_at=NOW) for one in hashes)


def test_it_lies_beside_the_database_or_where_the_hub_runs() -> None:
    assert find_tombstone_file("sqlite:////srv/hub/hub.sqlite3") == Path("/srv/hub/hub.sqlite3.erased")
    assert find_tombstone_file("postgresql://hub@localhost/hub") == Path("hub.erased")


def test_each_is_written_once_and_for_its_owner_alone(hub: Hub) -> None:
    for hash_ in HASHES:
        _lay(hub, hash_)
        assert (file_tombstones(hub), file_tombstones(hub)) == (1, 0)
    file = find_tombstone_file(hub.settings.database)

    assert file.read_text().split() == [HASHES[0], "2026-11-22T09:00:00+00:00", HASHES[1], "2026-11-22T09:00:00+00:00"]
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_database_that_was_set_back_learns_them_again(hub: Hub) -> None:
    _lay(hub, *HASHES)
    file_tombstones(hub)
    with hub.database.write() as session:
        session.execute(delete(Tombstone))

    assert learn_tombstones(hub) == 2
    with hub.database.read() as session:
        assert {one.hash: one.erased_at for one in session.scalars(select(Tombstone))} == dict.fromkeys(HASHES, NOW)
    assert file_tombstones(hub) == 0


@pytest.mark.parametrize("torn", ["a", "a" * 64, f"{'a' * 64} 2026", f"{'a' * 64} 2026-11-22T09:00:00", "\x00ü"])
def test_a_line_that_a_power_cut_left_half_costs_no_other(hub: Hub, torn: str) -> None:
    find_tombstone_file(hub.settings.database).write_text(f"{torn}", encoding="utf-8")
    _lay(hub, HASHES[1])
    file_tombstones(hub)

    assert learn_tombstones(hub) == 1


def test_without_a_file_there_is_nothing_to_learn(hub: Hub) -> None:
    assert learn_tombstones(hub) == 0


def test_a_file_that_is_none_is_named_and_nothing_counts_as_written(hub: Hub) -> None:
    find_tombstone_file(hub.settings.database).mkdir()
    _lay(hub, *HASHES)

    for use in (file_tombstones, learn_tombstones):
        with pytest.raises(FileRefused, match=r"hub\.sqlite3\.erased, which says who was erased"):
            use(hub)
    with hub.database.read() as session:
        assert session.scalars(select(Tombstone.filed_at)).all() == [None, None]
