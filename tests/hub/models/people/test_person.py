from kiosk.hub.context import Hub
from kiosk.hub.models.people.person import Person, find_person, list_people, normalise_name, remove_person
from kiosk.hub.models.people.sign_in import SignIn, begin_sign_in
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH


def _add(hub: Hub, name: str) -> None:
    with hub.database.write() as session:
        session.add(Person(id=f"w_{name}", store_id=STORE, name=name, role="staff", password_hash=A_HASH))


def test_capitals_and_blanks_around_a_name_do_not_matter(hub: Hub) -> None:
    _add(hub, "mara")
    with hub.database.read() as session:
        assert normalise_name(" MARA ") == "mara"
        assert find_person(session, " Mara ") is not None
        assert find_person(session, "nobody") is None


def test_people_are_listed_by_name(hub: Hub) -> None:
    _add(hub, "sam")
    _add(hub, "mara")
    with hub.database.read() as session:
        assert [person.name for person in list_people(session)] == ["mara", "sam"]


def test_who_is_removed_is_signed_out(hub: Hub) -> None:
    _add(hub, "mara")
    with hub.database.write() as session:
        begin_sign_in(session, A_HASH, "w_mara", hub.now())
    with hub.database.write() as session:
        remove_person(session, session.get_one(Person, "w_mara"))
    with hub.database.read() as session:
        assert (list_people(session), session.get(SignIn, A_HASH)) == ([], None)
