import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import PURPOSES, allow, find_mail_address, may_message
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.models.members.consent import is_given, list_consents
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from kiosk.hub.text.consent_text import LATEST
from tests.hub.running import NOW


def _join(hub: Hub, session: Session) -> Member:
    account = enter_account(hub, session, STORE, Proof("mara@example.com"), "de")
    return session.get_one(Member, account.member_key)


def test_nothing_is_allowed_before_she_says_so(hub: Hub) -> None:
    with hub.database.write() as session:
        member = _join(hub, session)

        assert not any(is_given(session, member.key, one) for one in PURPOSES)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_consent_says_when_where_and_to_which_wording_and_is_taken_back(hub: Hub, purpose: str) -> None:
    with hub.database.write() as session:
        member = _join(hub, session)
        revision = member.revision
        assert allow(hub, session, member, purpose)
        (consent,) = list_consents(session, member.key)

        assert (consent.purpose, consent.given_at, consent.text_version, consent.source) == (
            *(purpose, NOW, LATEST),
            "phone",
        )
        assert member.revision > revision
        assert not allow(hub, session, member, purpose)
        assert withdraw(hub, session, member, purpose)
        assert not is_given(session, member.key, purpose)


def test_a_purpose_that_nobody_asks_for_cannot_be_allowed(hub: Hub) -> None:
    with hub.database.write() as session:
        assert not allow(hub, session, _join(hub, session), "everything")


def test_a_channel_is_open_by_its_own_consent_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        member = _join(hub, session)
        allow(hub, session, member, "messages:push")
        assert (may_message(session, member.key, "push"), may_message(session, member.key, "email")) == (True, False)
        assert find_mail_address(session, member.key) is None

        allow(hub, session, member, "messages:email")
        assert find_mail_address(session, member.key) == "mara@example.com"
