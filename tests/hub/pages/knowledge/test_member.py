import hmac
import re
from pathlib import Path

import pytest
import requests
from sqlalchemy import select

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.members.consent import Consent, give_consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.proximity_id import ProximityId
from kiosk.hub.models.store.form_key import get_form_key
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS
from kiosk.hub.web.browser import COOKIE
from tests.doubles.traces import find_traces
from tests.hub.phone import know_phone, read_fields
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark

SHOPPERS = "/v1/shoppers?store=berlin-mitte&since="


@pytest.fixture
def card(seeded: Path) -> dict[str, str]:
    """Anna's card, as a screen tells it."""
    key = parse_store_key((seeded / KEY_FILE).read_text())
    return {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}


@pytest.fixture
def scanned(running: RunningHub, card: dict[str, str]) -> str:
    """The address of what Anna kept with her card, as the screen shows it to everybody."""
    return running.find_page(running.keep(make_bookmark(credential=card)).json()["claim_url"])


@pytest.fixture
def second(running: RunningHub, card: dict[str, str]) -> str:
    """The address of what she kept next."""
    lamp = make_bookmark(id="second", offer="o-lamp", credential=card)
    return running.find_page(running.keep(lamp).json()["claim_url"])


@pytest.fixture
def claim(running: RunningHub, browser: requests.Session, scanned: str) -> str:
    """That address, opened in the browser that the counter knows as hers."""
    for _ in range(2):
        browser.get(scanned, timeout=DEADLINE_S)
    know_phone(running, scanned)
    return scanned


def _open(browser: requests.Session, address: str, language: str = "de") -> requests.Response:
    """Open the claim, and from there the page of what is known."""
    browser.get(address, timeout=DEADLINE_S)
    return browser.get(f"{address}/me?lang={language}", timeout=DEADLINE_S)


def _withdraw(
    browser: requests.Session, page: requests.Response, purpose: str, token: str | None = None
) -> requests.Response:
    """Send the form of this purpose as it stands on the page, unless with another token."""
    own_token = re.findall(r'name="form_token" value="([^"]*)"', page.text)[0]
    form = {"form_token": own_token if token is None else token, "purpose": purpose}
    return browser.post(page.url, form, timeout=DEADLINE_S)


def _list_open(page: requests.Response) -> list[str]:
    return re.findall(r'name="purpose" value="([^"]*)"', page.text)


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        ("de", ("Was Kleine Freude von Ihnen weiß", "Im Laden erkannt werden", "am 22. November 2026, an der Kasse")),
        ("en", ("What Kleine Freude knows of you", "Being recognised", "on 22 November 2026, at the counter")),
    ],
)
def test_a_member_reads_what_she_allowed_when_and_where(
    browser: requests.Session, claim: str, language: str, phrases: tuple[str, ...]
) -> None:
    page = _open(browser, claim, language)

    assert page.status_code == 200
    assert [
        phrase for phrase in (f'<html lang="{language}">', "coffee, music", *phrases) if phrase not in page.text
    ] == []
    assert _list_open(page) == ["personal_offers", "proximity"]


def test_what_she_takes_back_no_screen_is_told_any_more(
    running: RunningHub, browser: requests.Session, claim: str
) -> None:
    before = running.get(SHOPPERS).json()
    page = _open(browser, claim)

    after = _withdraw(browser, page, "proximity")
    (told,) = running.get(SHOPPERS + before["cursor"]).json()["shoppers"]
    last = _withdraw(browser, after, "personal_offers")
    gone = running.get(SHOPPERS + before["cursor"]).json()["gone"]

    assert (_list_open(after), _list_open(last)) == (["personal_offers"], [])
    assert "Zurückgenommen am 22. November 2026" in after.text
    assert (told["proximity"], told["consents"]) == ([], ["personal_offers"])
    assert gone == [told["key"]]
    assert "coffee" not in last.text


def test_the_page_needs_nothing_from_elsewhere_and_no_script(browser: requests.Session, claim: str) -> None:
    page = _open(browser, claim)

    assert "<script" not in page.text
    assert re.findall(r'(?:src|href)="(?!/static/|/c/|/counter/|\?)([^"]*)"', page.text) == []


def test_who_kept_an_offer_on_her_phone_alone_reads_that_she_allowed_nothing(
    running: RunningHub, browser: requests.Session
) -> None:
    offer = browser.get(f"{running.url}/offers/o-candle", timeout=DEADLINE_S)
    kept = browser.post(offer.url, read_fields(offer), timeout=DEADLINE_S)
    page = _open(browser, kept.url.split("?")[0])

    assert "Sie haben nichts erlaubt." in page.text
    assert _list_open(page) == []


def test_a_purpose_without_words_of_its_own_is_named_and_can_be_taken_back(
    running: RunningHub, browser: requests.Session, claim: str
) -> None:
    with running.hub.database.write() as session:
        member = session.scalars(select(Member).where(Member.visits == 1)).one()
        now = running.hub.now()
        consent = Consent(
            member_key=member.key, purpose="messages.email", given_at=now, text_version="2026-11", source="fair"
        )
        give_consent(session, member, consent)
    page = _open(browser, claim)

    assert "„messages.email“" in page.text
    assert "Erlaubt am 22. November 2026<" in page.text
    assert _list_open(_withdraw(browser, page, "messages.email")) == ["personal_offers", "proximity"]


def test_another_browser_reads_nothing_and_takes_nothing_back(
    browser: requests.Session, stranger: requests.Session, claim: str
) -> None:
    page = _open(browser, claim)

    assert _open(stranger, claim).status_code == 403
    assert _withdraw(stranger, page, "proximity").status_code == 403
    assert _list_open(_open(browser, claim)) == ["personal_offers", "proximity"]


@pytest.mark.parametrize(
    ("language", "title"), [("de", "Das erfahren Sie an der Kasse"), ("en", "The counter can tell")]
)
def test_who_opened_all_her_pages_from_the_screen_is_sent_to_the_counter(
    stranger: requests.Session, scanned: str, second: str, language: str, title: str
) -> None:
    for address in (scanned, second, scanned, second):
        page = _open(stranger, address, language)

        assert (page.status_code, title in page.text, "coffee" in page.text) == (403, True, False)


def test_who_opened_her_page_from_the_screen_takes_nothing_back_with_a_form_made_up_rightly(
    running: RunningHub, stranger: requests.Session, scanned: str
) -> None:
    before = running.get(SHOPPERS).json()["shoppers"]
    for _ in range(2):
        stranger.get(scanned, timeout=DEADLINE_S)
    with running.hub.database.read() as session:
        key = get_form_key(session)
    purpose = f"{digest(stranger.cookies[COOKIE])}:{scanned.rsplit('/', 1)[1]}/me"
    form = {"form_token": hmac.digest(key, purpose.encode(), "sha256").hex(), "purpose": "proximity"}
    answer = stranger.post(f"{scanned}/me?lang=de", form, timeout=DEADLINE_S)

    assert (answer.status_code, "Das erfahren Sie an der Kasse" in answer.text) == (403, True)
    assert running.get(SHOPPERS).json()["shoppers"] == before


@pytest.mark.usefixtures("claim")
def test_her_own_phone_takes_a_page_back_from_a_stranger_who_was_quicker(
    browser: requests.Session, stranger: requests.Session, second: str
) -> None:
    stolen = [stranger.get(second, timeout=DEADLINE_S).status_code for _ in range(2)]
    own = _open(browser, second)

    assert (stolen, own.status_code) == ([200, 200], 200)
    assert stranger.get(second, timeout=DEADLINE_S).status_code == 403


@pytest.mark.sqlite
def test_what_she_takes_back_lies_in_no_file_of_the_database_any_more(
    running: RunningHub, browser: requests.Session, claim: str, seeded: Path
) -> None:
    key = parse_store_key((seeded / KEY_FILE).read_text())
    beacons = [hash_id(key, "proximity", beacon) for beacon in ("a", "b")]
    with running.hub.database.write() as session:
        member = session.scalars(select(Member).where(Member.visits == 1)).one()
        for beacon in beacons:
            session.add(ProximityId(store_id=member.store_id, value=beacon, member_key=member.key))
    before = find_traces(beacons, _read_database(running))

    _withdraw(browser, _open(browser, claim), "proximity")

    assert len(before) == 2
    assert find_traces(beacons, _read_database(running)) == []


def _read_database(running: RunningHub) -> dict[str, bytes]:
    """The files of the database, with what SQLite lays beside it."""
    return {path.name: path.read_bytes() for path in running.folder.glob("hub.sqlite3*")}


def test_who_only_looks_ahead_is_led_to_what_was_kept_and_takes_it_from_nobody(
    browser: requests.Session, stranger: requests.Session, scanned: str
) -> None:
    ahead = stranger.get(f"{scanned}/me", timeout=DEADLINE_S)

    assert ahead.url == scanned
    assert "Im Laden erkannt werden" not in ahead.text
    assert browser.get(scanned, timeout=DEADLINE_S).status_code == 200


@pytest.mark.parametrize(("purpose", "token"), [("proximity", "0" * 64), ("proximity", ""), ("x" * 129, None)])
def test_a_form_that_is_not_ours_changes_nothing(
    browser: requests.Session, claim: str, purpose: str, token: str | None
) -> None:
    page = _open(browser, claim)

    assert _withdraw(browser, page, purpose, token).status_code in {400, 403}
    assert _list_open(_open(browser, claim)) == ["personal_offers", "proximity"]


def test_to_take_back_what_was_never_allowed_changes_nothing(browser: requests.Session, claim: str) -> None:
    after = _withdraw(browser, _open(browser, claim), "messages.email")

    assert _list_open(after) == ["personal_offers", "proximity"]


def test_an_address_that_was_made_up_shows_nothing(running: RunningHub, browser: requests.Session, claim: str) -> None:
    browser.get(claim, timeout=DEADLINE_S)

    assert browser.get(f"{running.url}/c/made-up/me", timeout=DEADLINE_S).status_code == 404
