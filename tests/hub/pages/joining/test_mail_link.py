from datetime import timedelta

import pytest
import requests

from kiosk.hub.models.members.mail_link import LIFETIME
from tests.hub.accounts import ADDRESS, Pigeonhole, ask_link, find_link, follow_link, is_in, join, open_doors
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


@pytest.fixture
def post(running: RunningHub) -> Pigeonhole:
    return open_doors(running)


@pytest.fixture
def link(running: RunningHub, browser: requests.Session, post: Pigeonhole) -> str:
    """The link that this browser asked for."""
    ask_link(browser, browser.get(f"{running.url}/sign-in/berlin-mitte", timeout=DEADLINE_S))
    return find_link(running, post)


def test_who_only_looks_is_not_signed_in_and_uses_nothing_up(
    running: RunningHub, browser: requests.Session, link: str
) -> None:
    *_, page = (browser.get(link, timeout=DEADLINE_S) for _ in range(3))

    assert page.status_code == 200
    assert ADDRESS in page.text
    assert not is_in(running, browser)
    assert follow_link(browser, link).url.endswith("/account?lang=de")


def test_a_link_is_good_once(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, link: str
) -> None:
    page = stranger.get(link, timeout=DEADLINE_S)
    follow_link(browser, link)
    late = stranger.post(link, read_fields(page), timeout=DEADLINE_S)

    assert (late.status_code, browser.get(link, timeout=DEADLINE_S).status_code) == (410, 410)
    assert "This link is used up" in late.text
    assert not is_in(running, stranger)


def test_a_link_lapses(running: RunningHub, browser: requests.Session, link: str) -> None:
    running.dial.turn(LIFETIME - timedelta(seconds=1))
    assert browser.get(link, timeout=DEADLINE_S).status_code == 200
    running.dial.turn(timedelta(seconds=1))
    assert browser.get(link, timeout=DEADLINE_S).status_code == 410


def test_on_another_device_the_page_says_whose_account_it_is_and_warns(
    browser: requests.Session, stranger: requests.Session, link: str
) -> None:
    assert "auf einem anderen Gerät" not in browser.get(link, timeout=DEADLINE_S).text
    page = stranger.get(link, timeout=DEADLINE_S)

    assert ADDRESS in page.text
    assert "auf einem anderen Gerät" in page.text
    assert follow_link(stranger, link).url.endswith("/account?lang=de")


def test_a_form_of_another_browser_signs_nobody_in(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, link: str
) -> None:
    fields = read_fields(browser.get(link, timeout=DEADLINE_S))
    stranger.get(link, timeout=DEADLINE_S)

    assert stranger.post(link, fields, timeout=DEADLINE_S).status_code == 403
    assert not is_in(running, stranger)


def test_the_address_of_the_link_leaks_to_nobody(browser: requests.Session, link: str) -> None:
    page = browser.get(link, timeout=DEADLINE_S)

    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert link.rsplit("/", 1)[1] not in page.text


def test_a_cookie_that_was_there_before_is_not_the_one_that_lets_her_in(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, link: str
) -> None:
    planted = {"vitrine_member": "m" * 43, "vitrine_browser": "b" * 43}
    for one in (browser, stranger):
        one.cookies.clear()
        for name, value in planted.items():
            one.cookies[name] = value
    page = browser.get(link, timeout=DEADLINE_S)
    answer = browser.post(link, read_fields(page), allow_redirects=False, timeout=DEADLINE_S)

    cookie = answer.headers["Set-Cookie"]
    assert planted["vitrine_member"] not in cookie
    assert [word for word in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=15552000") if word not in cookie] == []
    assert not is_in(running, stranger)


def test_what_she_kept_on_either_phone_is_hers_and_the_conversation_goes_on(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, post: Pigeonhole
) -> None:
    for session, name, offer in ((browser, "1", "o-mug"), (stranger, "2", "o-lamp")):
        page = running.open_claim(session, id=name, offer=offer, credential={"kind": "uid", "value": name * 64})
        session.post(page.url, {**read_fields(page), "text": f"Frage {name}"}, timeout=DEADLINE_S)
    account = join(running, browser, post)
    assert ("Steinzeugbecher" in account.text, "Pilzleuchte" in account.text) == (True, False)

    account = join(running, stranger, post)
    assert ("Steinzeugbecher" in account.text, "Pilzleuchte" in account.text) == (True, True)
    # What was kept first stands last.
    first = running.url + account.text.split('<li><a href="')[-1].split('"')[0]
    assert "Frage 1" in stranger.get(first, timeout=DEADLINE_S).text
