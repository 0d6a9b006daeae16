from contextlib import suppress

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.people.deed import add_deed, note_command, note_deed
from kiosk.hub.models.people.deed import Deed
from kiosk.hub.models.people.person import Person
from kiosk.hub.sample.shop import STORE


def test_a_deed_is_noted_with_who_what_and_when(hub: Hub) -> None:
    note_deed(hub, "mara", "POST /console/groups", STORE, "refused")
    note_command(hub, "hub member erase")
    with hub.database.read() as session:
        deeds = session.scalars(select(Deed).order_by(Deed.id)).all()

    assert [(one.person, one.what, one.store_id, one.outcome) for one in deeds] == [
        ("mara", "POST /console/groups", STORE, "refused"),
        ("terminal", "hub member erase", None, "begun"),
    ]
    assert {one.happened_at for one in deeds} == {hub.now()}


def test_a_deed_of_a_session_is_noted_with_what_it_does_or_neither_is(hub: Hub) -> None:
    mara = Person(id="w_mara", store_id=STORE, name="mara", role="manager", password_hash="")
    with hub.database.write() as session:
        add_deed(hub, session, mara, "GET /console/tablet")
    with suppress(KeyError), hub.database.write() as session:
        add_deed(hub, session, mara, "GET /console/inbox")
        raise KeyError
    with hub.database.read() as session:
        deeds = session.scalars(select(Deed)).all()

    assert [(one.person, one.what, one.store_id, one.outcome) for one in deeds] == [
        ("mara", "GET /console/tablet", STORE, "begun")
    ]
