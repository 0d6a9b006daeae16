from pathlib import Path

import pytest
import requests
from sqlalchemy import delete, select

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.benefits.referral import find_referral
from kiosk.hub.models.benefits.referral_code import ReferralCode
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import begin_member_sign_in
from kiosk.hub.pages.visitor.signed_in import COOKIE
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS
from tests.hub.phone import know_phone, read_code, read_fields
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark

_TOKEN = "t" * 43


@pytest.fixture
def claim(running: RunningHub, browser: requests.Session, seeded: Path) -> str:
    """The page of what Anna kept with her card, in the browser that the counter knows as hers."""
    key = parse_store_key((seeded / KEY_FILE).read_text())
    card = {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}
    address = running.find_page(running.keep(make_bookmark(credential=card)).json()["claim_url"])
    for _ in range(2):
        browser.get(address, timeout=DEADLINE_S)
    know_phone(running, address)
    return address


def _visit(running: RunningHub, screen_zone: str, event_id: str) -> None:
    with running.hub.database.read() as session:
        key = session.scalars(select(Member.key).where(Member.visits >= 1).order_by(Member.visits)).first()
    data = {"shopper": key, "zone": screen_zone}
    visit = {"specversion": "1.0", "id": event_id, "source": "s", "type": "kiosk.visit", "data": data}
    assert running.post("/v1/events", [visit]).status_code == 202


def _open(browser: requests.Session, claim: str, language: str = "de") -> requests.Response:
    return browser.get(f"{claim}/benefits?lang={language}", timeout=DEADLINE_S)


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        (
            "de",
            ("Ihre Punkte und Prämien bei Kleine Freude", "1 von 3 Stempeln", "Wohnen", "Besuch", "22. November 2026"),
        ),
        ("en", ("Your points and rewards at Kleine Freude", "1 of 3 stamps", "Living", "Visit", "22 November 2026")),
    ],
)
def test_a_member_reads_what_a_visit_brought_her(
    running: RunningHub, browser: requests.Session, claim: str, language: str, phrases: tuple[str, ...]
) -> None:
    for event in ("e1", "e1", "e2"):
        _visit(running, "home", event)
    page = _open(browser, claim, language)

    assert page.status_code == 200
    assert [phrase for phrase in phrases if phrase not in page.text] == []
    assert page.text.count('class="stamped"') == 1
    assert '<span class="amount">5</span>' in page.text


def test_her_own_page_leads_there(browser: requests.Session, claim: str) -> None:
    assert "/benefits?lang=de" in browser.get(f"{claim}?lang=de", timeout=DEADLINE_S).text


def test_another_browser_reads_nothing_of_it(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, claim: str
) -> None:
    second = running.find_page(running.keep(make_bookmark(id="second", offer="o-lamp")).json()["claim_url"])
    pages = [stranger.get(second, timeout=DEADLINE_S).text for _ in range(2)]

    assert ["/benefits" in page for page in pages] == [False, False]
    assert [_open(stranger, address).status_code for address in (claim, second)] == [403, 403]
    assert _open(browser, claim).status_code == 200


def test_who_only_looks_ahead_is_led_to_what_was_kept(stranger: requests.Session, claim: str) -> None:
    assert stranger.get(f"{claim}/benefits", timeout=DEADLINE_S).url == claim


@pytest.mark.parametrize(
    ("code", "phrase"), [("0000 0000", "Diesen Code gibt es nicht"), ("", "Diesen Code gibt es nicht")]
)
def test_a_code_that_does_not_count_is_refused_in_words(
    browser: requests.Session, claim: str, code: str, phrase: str
) -> None:
    page = _open(browser, claim)
    answer = browser.post(page.url, {**read_fields(page), "code": code}, timeout=DEADLINE_S)

    assert (answer.status_code, phrase in answer.text) == (400, True)


def test_her_own_code_does_not_count_for_herself(browser: requests.Session, claim: str) -> None:
    page = _open(browser, claim)
    own = read_code(page)
    answer = browser.post(page.url, {**read_fields(page), "code": own}, timeout=DEADLINE_S)

    assert "Das ist Ihr eigener Code" in answer.text


def test_a_friends_code_is_entered_once(running: RunningHub, browser: requests.Session, claim: str) -> None:
    with running.hub.database.write() as session:
        anna, friend, *_ = session.scalars(select(Member.key).order_by(Member.visits)).all()
        session.add(ReferralCode(member_key=friend, code="K7Q42MFX"))
    page = _open(browser, claim)
    answer = browser.post(page.url, {**read_fields(page), "code": "k7q4 2mfx"}, timeout=DEADLINE_S)

    assert "auf Empfehlung" in answer.text
    assert 'name="code"' not in answer.text
    with running.hub.database.read() as session:
        row = find_referral(session, anna)
        assert row
        assert row.referrer_key == friend


def test_a_form_that_is_not_ours_changes_nothing(browser: requests.Session, claim: str) -> None:
    page = _open(browser, claim)
    form = {"form_token": "0" * 64, "code": "K7Q42MFX"}

    assert browser.post(page.url, form, timeout=DEADLINE_S).status_code == 403


@pytest.fixture
def account(running: RunningHub, browser: requests.Session) -> str:
    """The page, as Anna opens it who has 25 points and is signed in."""
    with running.hub.database.write() as session:
        member = session.scalars(select(Member).where(Member.visits == 1)).one()
        session.add(Account(member_key=member.key, store_id=member.store_id, opened_at=running.hub.now()))
        session.flush()
        begin_member_sign_in(session, digest(_TOKEN), member.key, running.hub.now())
        cause = Cause("gift", "feedback", "...")
        post(session, member.store_id, make_gift(cause, "points", member.key, 25), running.hub.now())
    browser.cookies[COOKIE] = _TOKEN
    browser.get(f"{running.url}/offers/o-mug", timeout=DEADLINE_S)
    return f"{running.url}/account/benefits?lang=de"


def test_who_is_signed_in_reads_what_she_collected(
    running: RunningHub, browser: requests.Session, account: str
) -> None:
    home = browser.get(f"{running.url}/account?lang=de", timeout=DEADLINE_S)
    page = browser.get(account, timeout=DEADLINE_S)

    assert 'href="/account/benefits?lang=de"' in home.text
    assert [
        phrase in page.text for phrase in ("Ihre Punkte und Prämien bei Kleine Freude", ">25<", "Ihre Rückmeldung")
    ] == [True] * 3
    assert 'href="/account?lang=de"' in page.text


def test_who_does_not_allow_the_stamps_is_led_to_where_she_may(
    running: RunningHub, browser: requests.Session, account: str
) -> None:
    with running.hub.database.write() as session:
        session.execute(delete(Consent))

    assert 'href="/account?lang=de#allowed"' in browser.get(account, timeout=DEADLINE_S).text


def test_a_friends_code_counts_there_and_her_own_does_not(
    running: RunningHub, browser: requests.Session, account: str
) -> None:
    with running.hub.database.write() as session:
        friend = session.scalars(select(Member.key).where(Member.visits == 5)).one()
        session.add(ReferralCode(member_key=friend, code="K7Q42MFX"))
    page = browser.get(account, timeout=DEADLINE_S)
    own, friends = (
        browser.post(account, {**read_fields(page), "code": code}, timeout=DEADLINE_S)
        for code in (read_code(page), "K7Q4 2MFX")
    )

    assert (own.status_code, "Ihr eigener Code" in own.text) == (400, True)
    assert (friends.status_code, "auf Empfehlung" in friends.text) == (200, True)


def test_who_is_not_signed_in_reads_nothing(stranger: requests.Session, account: str) -> None:
    assert stranger.get(account, timeout=DEADLINE_S).status_code == 401
    assert stranger.post(account, {"form_token": "x", "code": "x"}, timeout=DEADLINE_S).status_code == 401
