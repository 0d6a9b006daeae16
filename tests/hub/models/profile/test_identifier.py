import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.identifier import (
    Identifier,
    find_identified_key,
    forget_identifiers,
    list_identifiers,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def _add(session: Session, key: str, *, is_verified: bool) -> None:
    session.merge(Member(key=key, store_id=STORE, joined_at=NOW, language="de", segments=[]))
    session.flush()
    identifier = Identifier(
        store_id=STORE, kind="email", value="v", member_key=key, is_verified=is_verified, known_since=NOW
    )
    session.add(identifier)
    session.flush()


def test_several_may_be_said_to_have_it_and_one_alone_has_it(hub: Hub) -> None:
    with hub.database.write() as session:
        for key, is_verified in (("s_1", False), ("s_2", True), ("s_3", False)):
            _add(session, key, is_verified=is_verified)

        assert find_identified_key(session, STORE, "email", "v") == "s_2"
        assert [one.member_key for one in list_identifiers(session, ["s_1", "s_3"])] == ["s_1", "s_3"]
        forget_identifiers(session, ["s_2"])
        assert find_identified_key(session, STORE, "email", "v") is None


def test_the_database_itself_refuses_a_second_owner(hub: Hub) -> None:
    with hub.database.write() as session:
        _add(session, "s_1", is_verified=True)
        with pytest.raises(IntegrityError):
            _add(session, "s_2", is_verified=True)
        session.rollback()
