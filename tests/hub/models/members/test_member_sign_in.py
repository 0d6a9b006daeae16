from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import (
    LIFETIME,
    MemberSignIn,
    begin_member_sign_in,
    end_member_sign_in,
    find_member_sign_in,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW


@pytest.fixture(autouse=True)
def _signed_in(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Member(key="s_1", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        begin_member_sign_in(session, A_HASH, "s_1", NOW)


@pytest.mark.parametrize(("later", "is_on"), [(LIFETIME - timedelta(seconds=1), True), (LIFETIME, False)])
def test_a_sign_in_lasts_half_a_year(hub: Hub, later: timedelta, *, is_on: bool) -> None:
    with hub.database.read() as session:
        assert (find_member_sign_in(session, A_HASH, NOW + later) is not None) is is_on


def test_who_signed_out_is_out(hub: Hub) -> None:
    with hub.database.write() as session:
        end_member_sign_in(session, A_HASH)

        assert find_member_sign_in(session, A_HASH, NOW) is None


def test_what_ended_is_forgotten_with_the_next(hub: Hub) -> None:
    with hub.database.write() as session:
        begin_member_sign_in(session, "b" * 64, "s_1", NOW + LIFETIME)

        assert list(session.scalars(select(MemberSignIn.token_hash))) == ["b" * 64]
