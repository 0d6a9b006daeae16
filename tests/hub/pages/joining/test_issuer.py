from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from sqlalchemy import select

from kiosk.hub.context import read_clock
from kiosk.hub.models.attribution.touch import Touch
from kiosk.hub.models.members.account import find_account_by_subject
from kiosk.hub.oidc.client import OidcClient
from kiosk.hub.oidc.provider import Provider
from kiosk.hub.sample.shop import STORE
from tests.doubles.issuer import ADDRESS, CLIENT, SUBJECT, serve_issuer, sign_in_there
from tests.hub.accounts import is_in
from tests.hub.pages.visitor.test_via import begin
from tests.hub.running import DEADLINE_S, RunningHub

HERE = "/sign-in/berlin-mitte"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with serve_issuer() as issuer:
        yield issuer


@pytest.fixture(autouse=True)
def _doors(running: RunningHub, issuer: str) -> None:
    """Have the hub take members in whom the issuer knows; its clock goes, for the issuer's does."""
    _serve(running, issuer)


def _serve(running: RunningHub, issuer: str) -> None:
    provider = Provider(issuer, CLIENT, "Meinkonto", "any secret")
    oidc = OidcClient(provider, f"{running.url}/join/return", read_clock)
    running.hub = replace(running.hub, oidc=oidc, now=read_clock)
    running.server.serve(running.hub)


def _leave(running: RunningHub, browser: requests.Session, path: str = f"{HERE}/issuer") -> str:
    """Where the hub sends her."""
    browser.get(f"{running.url}{HERE}", timeout=DEADLINE_S)
    answer = browser.get(running.url + path, allow_redirects=False, timeout=DEADLINE_S)
    assert answer.status_code == 303
    return answer.headers["Location"]


def _come_back(running: RunningHub, browser: requests.Session, brought: dict[str, str]) -> requests.Response:
    return browser.get(f"{running.url}/join/return", params=brought, timeout=DEADLINE_S)


def test_one_button_keeps_it_for_good(running: RunningHub, browser: requests.Session, issuer: str) -> None:
    page = running.open_claim(browser, tapped_at=read_clock().isoformat())
    assert "Weiter mit Meinkonto" in page.text
    account = _come_back(running, browser, sign_in_there(_leave(running, browser, urlsplit(page.url).path + "/issuer")))

    assert account.url == f"{running.url}/account?lang=de"
    assert [text for text in (ADDRESS, "Steinzeugbecher") if text not in account.text] == []
    with running.hub.database.read() as session:
        assert find_account_by_subject(session, STORE, issuer, SUBJECT)


def test_who_comes_again_finds_what_she_kept(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    page = running.open_claim(browser, tapped_at=read_clock().isoformat())
    _come_back(running, browser, sign_in_there(_leave(running, browser, urlsplit(page.url).path + "/issuer")))
    account = _come_back(running, stranger, sign_in_there(_leave(running, stranger)))

    assert "Steinzeugbecher" in account.text


def test_nobody_is_signed_in_by_an_answer_that_another_browser_asked_for(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    brought = sign_in_there(_leave(running, stranger))
    _leave(running, browser)
    answer = _come_back(running, browser, brought)

    assert (answer.status_code, "broke off" in answer.text) == (400, True)
    assert not is_in(running, browser)


def test_an_answer_counts_once(running: RunningHub, browser: requests.Session) -> None:
    brought = sign_in_there(_leave(running, browser))
    _come_back(running, browser, brought)

    assert _come_back(running, browser, brought).status_code == 400


@pytest.mark.parametrize("change", [{"state": "made up"}, {"state": ""}, {"code": ""}, {"iss": "https://evil.example"}])
def test_an_answer_that_was_tampered_with_counts_for_nothing(
    running: RunningHub, browser: requests.Session, change: dict[str, str]
) -> None:
    brought = sign_in_there(_leave(running, browser))

    assert _come_back(running, browser, {**brought, **change}).status_code == 400


@pytest.mark.allow_log("the issuer is of no use")
def test_a_code_that_the_issuer_never_gave_is_told_kindly_and_logged_without_it(
    running: RunningHub, browser: requests.Session, caplog: pytest.LogCaptureFixture
) -> None:
    brought = sign_in_there(_leave(running, browser))
    answer = _come_back(running, browser, {**brought, "code": "made-up"})

    assert (answer.status_code, "stuck" in answer.text) == (502, True)
    assert "made-up" not in caplog.text


@pytest.mark.allow_log("the issuer is of no use")
def test_an_issuer_that_is_away_is_told_kindly(running: RunningHub, browser: requests.Session) -> None:
    _serve(running, "http://127.0.0.1:9")
    browser.get(f"{running.url}{HERE}", timeout=DEADLINE_S)

    assert browser.get(f"{running.url}{HERE}/issuer", timeout=DEADLINE_S).status_code == 502


def test_who_leaves_takes_no_address_along(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser, tapped_at=read_clock().isoformat())
    token = page.url.rsplit("/", 1)[1]
    answer = browser.get(f"{page.url}/issuer", allow_redirects=False, timeout=DEADLINE_S)

    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert token not in answer.headers["Location"]
    asked = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert asked["redirect_uri"] == [f"{running.url}/join/return"]


def test_whoever_only_looks_ahead_is_not_led_anywhere(running: RunningHub, issuer: str) -> None:
    page = requests.get(f"{running.url}{HERE}/issuer", timeout=DEADLINE_S)

    assert page.url == f"{running.url}{HERE}"
    assert issuer not in page.url


def test_a_store_that_is_none_has_no_door(running: RunningHub, browser: requests.Session) -> None:
    assert browser.get(f"{running.url}/sign-in/elsewhere/issuer", timeout=DEADLINE_S).status_code == 404


def test_a_hub_without_an_issuer_leads_nowhere(running: RunningHub, browser: requests.Session) -> None:
    running.server.serve(replace(running.hub, oidc=None))

    assert _come_back(running, browser, {"state": "s", "code": "c"}).status_code == 404


def test_who_joins_by_the_issuer_came_by_the_campaign_that_led_her_there(
    running: RunningHub, browser: requests.Session
) -> None:
    code = begin(running)
    _come_back(running, browser, sign_in_there(_leave(running, browser, f"{HERE}/issuer?via={code}")))

    with running.hub.database.read() as session:
        assert session.scalars(select(Touch.campaign_code)).all() == [code]


def test_who_came_by_the_doors_code_is_led_back_to_her_visit(running: RunningHub, browser: requests.Session) -> None:
    left = _leave(running, browser, f"{HERE}/issuer?to=visit")
    there = _come_back(running, browser, sign_in_there(left))
    assert there.url == f"{running.url}/visit/berlin-mitte?lang=de"


def test_whoever_changes_where_it_leads_back_to_is_not_signed_in(
    running: RunningHub, browser: requests.Session
) -> None:
    brought = sign_in_there(_leave(running, browser))
    refused = _come_back(running, browser, {**brought, "state": f"{brought['state']}visit"})
    assert (refused.status_code, is_in(running, browser)) == (400, False)
