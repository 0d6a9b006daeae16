from contextlib import suppress
from datetime import UTC, datetime

import pytest
from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.prepared import Prepared, at_once
from kiosk.hub.models.row import write_row
from kiosk.hub.models.store.store import Store
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

_OFFER = Prepared(select(Offer.id, Offer.title, Offer.valid_until).where(Offer.id == bindparam("id")), lambda *row: row)
_END = Prepared(update(Offer).where(Offer.id == bindparam("offer")).values(valid_until=bindparam("until")), tuple)


def test_what_is_found_has_the_types_of_its_columns(hub: Hub) -> None:
    with hub.database.write() as session:
        assert _END.run(session, offer="o-mug", until=NOW) == []

        assert _OFFER.run(session, id="o-mug") == [("o-mug", {"de": "Steinzeugbecher", "en": "Stoneware mug"}, NOW)]
        assert _OFFER.run(session, id="o-nothing") == []


def test_several_rows_of_values_are_one_call(hub: Hub) -> None:
    with hub.database.write() as session:
        _END.run_all(session, [{"offer": "o-mug", "until": NOW}, {"offer": "o-lamp", "until": None}])

        assert [until for name in ("o-mug", "o-lamp") for _, _, until in _OFFER.run(session, id=name)] == [NOW, None]


def test_what_the_session_was_told_before_is_there(hub: Hub) -> None:
    with hub.database.write() as session:
        session.get_one(Offer, "o-mug").valid_until = datetime(2027, 1, 1, tzinfo=UTC)

        ((_, _, until),) = _OFFER.run(session, id="o-mug")
    assert until == datetime(2027, 1, 1, tzinfo=UTC)


def test_what_a_statement_says_by_itself_holds_where_nothing_else_is_told(hub: Hub) -> None:
    named: Select[str] = select(Store.id).where(Store.language == "de", Store.id == bindparam("id", STORE))
    with hub.database.read() as session:
        assert Prepared(named, str).run(session) == [STORE]
        assert Prepared(named, str).run(session, id="hamburg") == []


def test_what_is_run_at_once_is_written_in_its_order_and_found_as_ever(hub: Hub) -> None:
    with hub.database.write() as session:
        with at_once(session):
            _END.run(session, offer="o-mug", until=None)
            _END.run_all(session, [{"offer": "o-lamp", "until": NOW}, {"offer": "o-mug", "until": NOW}])
            found = _OFFER.run(session, id="o-mug")
            sent = _OFFER.send(session, id="o-lamp")
            _END.run(session, offer="o-lamp", until=None)

        assert [until for _, _, until in [*found, *sent.read()]] == [NOW, NOW]
        assert [until for _, _, until in _OFFER.run(session, id="o-lamp")] == [None]


@pytest.mark.allow_log("psycopg: error ignored terminating")  # where the refusal comes before all was sent
def test_of_what_is_run_at_once_and_fails_nothing_is_left(hub: Hub) -> None:
    with pytest.raises(IntegrityError):
        _end_for_nobodys_card(hub)

    with hub.database.read() as session:
        assert [row[2] for name in ("o-mug", "o-lamp") for row in _OFFER.run(session, id=name)] == [None, None]


def _end_for_nobodys_card(hub: Hub) -> None:
    card = {"store_id": STORE, "kind": "uid", "value": "a" * 64, "member_key": "s_nobody"}
    with hub.database.write() as session, at_once(session):
        _END.run(session, offer="o-mug", until=NOW)
        write_row(session, Credential, card)
        _END.run(session, offer="o-lamp", until=NOW)


def test_what_the_database_complains_of_has_sqlalchemys_name_and_tells_no_value(hub: Hub) -> None:
    broken = Prepared(select(Member.key).where(Member.key == bindparam("key")).suffix_with("!"), str)

    with pytest.raises((OperationalError, ProgrammingError)) as raised, hub.database.read() as session:
        broken.run(session, key="s_secret")

    assert "s_secret" not in str(raised.value)


def test_what_is_sent_and_never_read_keeps_its_connection_from_no_later_write(hub: Hub) -> None:
    """A state that is over could not be written by: SQLite says at once that it is locked."""
    with hub.database.read() as one, hub.database.read() as other:  # two connections, which the pool gives in turns
        assert one.get(Offer, "o-mug") is not other.get(Offer, "o-mug")
    sent = None
    with suppress(TimeoutError), hub.database.write() as session:
        sent = _OFFER.send(session, id="o-mug")
        raise TimeoutError
    for until in (NOW, None):
        with hub.database.write() as session:
            _END.run(session, offer="o-mug", until=until)

    with hub.database.read() as session:
        assert [until for _, _, until in _OFFER.run(session, id="o-mug")] == [None]
    assert sent
