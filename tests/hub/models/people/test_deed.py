from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DatabaseError

from kiosk.hub.context import Hub, read_clock
from kiosk.hub.models.people.deed import Deed, Wanted, list_deeds, list_kinds, list_persons
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def _do(hub: Hub, person: str, what: str, store_id: str | None = STORE, at: datetime = NOW) -> None:
    with hub.database.write() as session:
        session.add(Deed(happened_at=at, person=person, what=what, store_id=store_id))


def test_deeds_of_the_store_and_of_none_are_listed_the_latest_first(hub: Hub) -> None:
    for what in ("a", "b", "c"):
        _do(hub, "mara", what)
    _do(hub, "terminal", "d", None)
    with hub.database.read() as session:
        latest = list_deeds(session, STORE, Wanted(), 2)
        older = list_deeds(session, STORE, Wanted(), 9, latest[-1].id)
        elsewhere = list_deeds(session, "hamburg", Wanted(), 9)

    assert [[deed.what for deed in deeds] for deeds in (latest, older, elsewhere)] == [["d", "c"], ["b", "a"], ["d"]]


def test_they_are_found_by_person_and_kind(hub: Hub) -> None:
    for person, what in (("mara", "a"), ("sam", "a"), ("mara", "b")):
        _do(hub, person, what)
    with hub.database.read() as session:
        found = list_deeds(session, STORE, Wanted(person="mara", what="a"), 9)

        assert [(deed.person, deed.what) for deed in found] == [("mara", "a")]
        assert list_deeds(session, STORE, Wanted(outcome="refused"), 9) == []
        assert (list_persons(session, STORE), list_kinds(session, STORE)) == (["mara", "sam"], ["a", "b"])


@pytest.mark.parametrize("change", [update(Deed).values(person="nobody"), delete(Deed)])
def test_the_database_refuses_to_change_a_deed_or_to_take_it_away(hub: Hub, change: object) -> None:
    _do(hub, "mara", "a", at=read_clock())
    with pytest.raises(DatabaseError, match="what was done stays"), hub.database.write() as session:
        session.execute(change)  # type: ignore[call-overload] # either is a statement


def test_what_is_older_than_half_a_year_may_go(hub: Hub) -> None:
    _do(hub, "mara", "a", at=read_clock() - timedelta(days=181))
    with hub.database.write() as session:
        session.execute(delete(Deed))

        assert session.scalars(select(Deed)).all() == []
