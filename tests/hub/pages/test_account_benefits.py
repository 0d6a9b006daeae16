import pytest
import requests
from sqlalchemy import delete, select

from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.account import Account
from kiosk.hub.models.consent import Consent
from kiosk.hub.models.member import Member
from kiosk.hub.models.member_sign_in import begin_member_sign_in
from kiosk.hub.models.referral_code import ReferralCode
from kiosk.hub.pages.signed_in import COOKIE
from tests.hub.phone import read_code, read_fields
from tests.hub.running import DEADLINE_S, RunningHub

TOKEN = "t" * 43


@pytest.fixture
def address(running: RunningHub, browser: requests.Session) -> str:
    """The page, as Anna opens it who has 25 points and is signed in."""
    with running.hub.database.write() as session:
        member = session.scalars(select(Member).where(Member.visits == 1)).one()
        session.add(Account(member_key=member.key, store_id=member.store_id, opened_at=running.hub.now()))
        session.flush()
        begin_member_sign_in(session, digest(TOKEN), member.key, running.hub.now())
        cause = Cause("gift", "feedback", "...")
        post(session, member.store_id, make_gift(cause, "points", member.key, 25), running.hub.now())
    browser.cookies[COOKIE] = TOKEN
    browser.get(f"{running.url}/offers/o-mug", timeout=DEADLINE_S)
    return f"{running.url}/account/benefits?lang=de"


def test_who_is_signed_in_reads_what_she_collected(
    running: RunningHub, browser: requests.Session, address: str
) -> None:
    account = browser.get(f"{running.url}/account?lang=de", timeout=DEADLINE_S)
    page = browser.get(address, timeout=DEADLINE_S)

    assert 'href="/account/benefits?lang=de"' in account.text
    assert [phrase in page.text for phrase in ("Ihre Vorteile bei Kleine Freude", ">25<", "Ihre Rückmeldung")] == [
        True
    ] * 3
    assert 'href="/account?lang=de"' in page.text


def test_who_does_not_allow_the_stamps_is_led_to_where_she_may(
    running: RunningHub, browser: requests.Session, address: str
) -> None:
    with running.hub.database.write() as session:
        session.execute(delete(Consent))

    assert 'href="/account?lang=de#allowed"' in browser.get(address, timeout=DEADLINE_S).text


def test_a_friends_code_counts_there_and_her_own_does_not(
    running: RunningHub, browser: requests.Session, address: str
) -> None:
    with running.hub.database.write() as session:
        friend = session.scalars(select(Member.key).where(Member.visits == 5)).one()
        session.add(ReferralCode(member_key=friend, code="K7Q42MFX"))
    page = browser.get(address, timeout=DEADLINE_S)
    own, friends = (
        browser.post(address, {**read_fields(page), "code": code}, timeout=DEADLINE_S)
        for code in (read_code(page), "K7Q4 2MFX")
    )

    assert (own.status_code, "Ihr eigener Code" in own.text) == (400, True)
    assert (friends.status_code, "auf Empfehlung" in friends.text) == (200, True)


def test_who_is_not_signed_in_reads_nothing(stranger: requests.Session, address: str) -> None:
    assert stranger.get(address, timeout=DEADLINE_S).status_code == 401
    assert stranger.post(address, {"form_token": "x", "code": "x"}, timeout=DEADLINE_S).status_code == 401
