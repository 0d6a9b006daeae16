from dataclasses import replace
from datetime import timedelta

import pytest
import requests

from kiosk.hub.models.members.member_sign_in import LIFETIME
from kiosk.hub.pages.visitor.signed_in import COOKIE
from tests.hub.accounts import ADDRESS, Pigeonhole, ask_link, find_link, follow_link, is_in, join, open_doors, press
from tests.hub.counter import Shopper
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


@pytest.fixture
def post(running: RunningHub) -> Pigeonhole:
    return open_doors(running)


def _open(running: RunningHub, browser: requests.Session, path: str = "/account") -> requests.Response:
    return browser.get(running.url + path, timeout=DEADLINE_S)


def _keep(running: RunningHub, browser: requests.Session) -> requests.Response:
    """The page of an offer that this browser came back to."""
    return browser.get(running.open_claim(browser).url, timeout=DEADLINE_S)


@pytest.mark.parametrize("path", ["/account", "/account/card"])
def test_a_hub_without_a_way_in_says_kindly_that_nobody_is_signed_in(
    running: RunningHub, browser: requests.Session, path: str
) -> None:
    page = browser.get(running.url + path, headers={"Accept-Language": "de"}, timeout=DEADLINE_S)

    assert (page.status_code, "Hier meldet sich niemand an" in page.text) == (401, True)


@pytest.mark.parametrize(("language", "told"), [("de", "kommt ohne Konten aus"), ("en", "does without accounts")])
def test_a_phone_that_the_counter_knows_is_not_sent_there_again_for_an_account(
    running: RunningHub, language: str, told: str
) -> None:
    with Shopper(running) as anna:
        page = anna.browser.get(f"{running.url}/account?lang={language}", timeout=DEADLINE_S)

    assert (page.status_code, told in page.text) == (401, True)
    assert [phrase for phrase in ("diese Seite danach noch einmal", "this page once more") if phrase in page.text] == []


@pytest.mark.parametrize("cookie", ["", "made up", "ä", "a" * 5000])
def test_a_cookie_that_was_made_up_lets_nobody_in(running: RunningHub, cookie: str) -> None:
    headers = {"Cookie": f"{COOKIE}={cookie}".encode()}

    assert requests.get(f"{running.url}/account", headers=headers, timeout=DEADLINE_S).status_code == 401


def test_a_sign_in_ends_by_itself(running: RunningHub, browser: requests.Session, post: Pigeonhole) -> None:
    join(running, browser, post)
    running.dial.turn(LIFETIME - timedelta(seconds=1))
    assert is_in(running, browser)
    running.dial.turn(timedelta(seconds=1))
    assert not is_in(running, browser)


def test_who_signs_out_leaves_nothing_for_the_next(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    claim = _keep(running, browser)
    account = join(running, browser, post)
    copied = dict(browser.cookies)
    door = press(browser, account, "/account/sign-out")

    assert door.url.split("?")[0].endswith("/sign-in/berlin-mitte")
    assert [answer.headers["Clear-Site-Data"] for answer in door.history] == ['"cache"']
    assert not is_in(running, browser)
    browser.cookies.clear()
    for name, value in copied.items():
        browser.cookies[name] = value
    assert not is_in(running, browser)
    browser.cookies.clear()
    assert browser.get(claim.url, timeout=DEADLINE_S).status_code == 403


def test_who_signs_in_where_another_still_is_reads_nothing_of_hers(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, post: Pigeonhole
) -> None:
    def follow(address: str) -> requests.Response:
        """Sign in here by a link that was asked for elsewhere."""
        ask_link(stranger, _open(running, stranger, "/sign-in/berlin-mitte"), address)
        return follow_link(browser, find_link(running, post))

    claim = _keep(running, browser)
    assert "Steinzeugbecher" in join(running, browser, post).text
    account = follow("ben@example.com")

    assert "ben@example.com" in account.text
    assert "Steinzeugbecher" not in account.text
    assert browser.get(claim.url, timeout=DEADLINE_S).status_code == 403
    assert "Steinzeugbecher" in follow(ADDRESS).text
    assert browser.get(claim.url, timeout=DEADLINE_S).status_code == 200


def test_a_form_of_the_sign_in_before_counts_no_more(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    links: list[str] = []
    for address in ("mara@example.com", "ben@example.com"):
        ask_link(browser, _open(running, browser, "/sign-in/berlin-mitte"), address)
        links.append(find_link(running, post))
    fields = read_fields(follow_link(browser, links[0]))
    follow_link(browser, links[1])

    answer = browser.post(f"{running.url}/account/card", fields, timeout=DEADLINE_S)
    assert answer.status_code == 403


def test_over_tls_the_cookie_goes_nowhere_else(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    ask_link(browser, _open(running, browser, "/sign-in/berlin-mitte"))
    page = browser.get(find_link(running, post), timeout=DEADLINE_S)
    running.server.serve(replace(running.hub, settings=replace(running.hub.settings, public_url="https://hub.example")))
    cookie = {"Cookie": f"__Host-vitrine_browser={browser.cookies['vitrine_browser']}"}  # as a browser that came by TLS
    answer = requests.post(page.url, read_fields(page), headers=cookie, allow_redirects=False, timeout=DEADLINE_S)

    assert "__Host-vitrine_member=" in answer.headers["Set-Cookie"]
    assert "Secure" in answer.headers["Set-Cookie"]


def test_her_other_phone_reads_what_she_kept_here(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, post: Pigeonhole
) -> None:
    claim = _keep(running, browser)
    assert stranger.get(claim.url, timeout=DEADLINE_S).status_code == 403
    join(running, browser, post)
    join(running, stranger, post)

    assert stranger.get(claim.url, timeout=DEADLINE_S).status_code == 200
    assert _open(running, stranger, f"{claim.url.removeprefix(running.url)}/me").status_code == 200
    assert browser.get(claim.url, timeout=DEADLINE_S).status_code == 200
