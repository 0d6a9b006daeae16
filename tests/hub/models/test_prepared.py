from datetime import UTC, datetime

import pytest
from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.exc import OperationalError, ProgrammingError

from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.prepared import Prepared
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


def test_what_the_database_complains_of_has_sqlalchemys_name_and_tells_no_value(hub: Hub) -> None:
    broken = Prepared(select(Member.key).where(Member.key == bindparam("key")).suffix_with("!"), str)

    with pytest.raises((OperationalError, ProgrammingError)) as raised, hub.database.read() as session:
        broken.run(session, key="s_secret")

    assert "s_secret" not in str(raised.value)
