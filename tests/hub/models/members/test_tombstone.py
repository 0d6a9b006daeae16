from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.members.tombstone import Tombstone, find_erased_at, lay_tombstones, list_known, list_unfiled
from tests.hub.running import NOW

HOUR = timedelta(hours=1)


def test_who_is_erased_twice_was_erased_the_last_time(hub: Hub) -> None:
    with hub.database.write() as session:
        for hours in (1, 2, 0):
            lay_tombstones(session, [Tombstone(hash="a", erased_at=NOW + hours * HOUR)])

        assert find_erased_at(session, "a") == NOW + 2 * HOUR
        assert find_erased_at(session, "b") is None


def test_those_that_stand_on_a_tombstone_are_known_from_those_that_do_not(hub: Hub) -> None:
    with hub.database.write() as session:
        lay_tombstones(session, [Tombstone(hash="a", erased_at=NOW), Tombstone(hash="b", erased_at=NOW)])

        assert list_known(session, ["b", "c"]) == {"b"}


def test_what_the_file_lacks_is_listed_until_it_is_filed_and_again_once_it_is_later(hub: Hub) -> None:
    with hub.database.write() as session:
        lay_tombstones(session, [Tombstone(hash="a", erased_at=NOW), Tombstone(hash="b", erased_at=NOW, filed_at=NOW)])
        first = [one.hash for one in list_unfiled(session)]
        lay_tombstones(session, [Tombstone(hash="b", erased_at=NOW + HOUR)])

        assert (first, [one.hash for one in list_unfiled(session)]) == (["a"], ["a", "b"])
