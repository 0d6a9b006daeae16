from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.retention.idle import count_idle, list_idle
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import MemberSignIn
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

LONG_AGO, END, LATELY = NOW - timedelta(days=900), NOW - timedelta(days=400), NOW - timedelta(days=1)
Act = Callable[[Session], None]


def _add(session: Session, key: str, person_key: str | None = None) -> Member:
    member = Member(key=key, store_id=STORE, joined_at=LONG_AGO, language="de", segments=[], person_key=person_key)
    session.add(member)
    session.flush()
    return member


def test_who_was_not_heard_of_is_idle_with_an_account_or_without(hub: Hub) -> None:
    with hub.database.write() as session:
        for key in ("s_a", "s_b"):
            _add(session, key)
        session.add(Account(member_key="s_b", store_id=STORE, opened_at=LONG_AGO, address="b@example.com"))
        session.flush()
        found = [list_idle(session, END, 9, joined=joined) for joined in (False, True)]

        assert found == [["s_a"], ["s_b"]]
        assert [count_idle(session, END, joined=joined) for joined in (False, True)] == [1, 1]
        assert list_idle(session, LONG_AGO, 9, joined=False) == []


def _sign_in(session: Session) -> None:
    session.add(MemberSignIn(token_hash="t" * 64, member_key="s_a", began_at=LATELY))


def _allow(session: Session) -> None:
    consent = Consent(member_key="s_a", purpose="proximity", given_at=LATELY, text_version="1", source="counter")
    session.add(consent)


def _look(session: Session) -> None:
    row = ProfileEvent(
        store_id=STORE, source_id="s", id="1", member_key="s_a", kind="viewed", happened_at=LATELY, data={}
    )
    session.add(row)


def _come(session: Session) -> None:
    session.get_one(Member, "s_a").last_visit = LATELY.date()


def _turn_out_to_be_somebody_new(session: Session) -> None:
    _add(session, "s_kin", "s_a").joined_at = LATELY


@pytest.mark.parametrize("act", [_sign_in, _allow, _look, _come, _turn_out_to_be_somebody_new])
def test_who_did_anything_since_is_not(hub: Hub, act: Act) -> None:
    with hub.database.write() as session:
        _add(session, "s_a")
        act(session)
        session.flush()

        assert list_idle(session, END, 9, joined=False) == []
