from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
import requests
from requests.cookies import RequestsCookieJar

from tests.hub.phone import know_phone
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark

DAY = timedelta(hours=24)


@pytest.fixture
def address(running: RunningHub) -> str:
    """The address of a page that nobody opened yet."""
    return running.find_page(running.keep(make_bookmark()).json()["claim_url"])


def _look(browser: requests.Session, address: str) -> int:
    return browser.get(address, timeout=DEADLINE_S).status_code


@pytest.mark.parametrize(("waited", "status"), [(DAY - timedelta(seconds=1), 200), (DAY, 410)])
def test_a_page_that_nobody_opened_lapses_after_a_day(
    running: RunningHub, browser: requests.Session, address: str, waited: timedelta, status: int
) -> None:
    running.dial.turn(waited)

    assert _look(browser, address) == status


@pytest.mark.parametrize(("language", "title"), [("de", "Dieser Code ist abgelaufen"), ("en", "This code has lapsed")])
def test_who_comes_too_late_is_told_kindly_where_to_ask(
    running: RunningHub, browser: requests.Session, address: str, language: str, title: str
) -> None:
    running.dial.turn(DAY)
    page = browser.get(f"{address}?lang={language}", timeout=DEADLINE_S)

    assert title in page.text
    assert "Steinzeugbecher" not in page.text


def test_how_long_a_page_waits_is_the_stores_to_say(
    running: RunningHub, browser: requests.Session, address: str
) -> None:
    running.server.serve(replace(running.hub, settings=replace(running.hub.settings, claim_life=timedelta(hours=1))))
    running.dial.turn(timedelta(hours=1))

    assert _look(browser, address) == 410


def test_a_page_that_was_opened_in_time_stays_its_browsers(
    running: RunningHub, browser: requests.Session, address: str
) -> None:
    for _ in range(2):
        _look(browser, address)
    running.dial.turn(DAY * 30)

    assert _look(browser, address) == 200


def test_a_page_that_was_looked_at_and_no_more_lapses(
    running: RunningHub, browser: requests.Session, address: str
) -> None:
    _look(browser, address)
    running.dial.turn(DAY)

    assert _look(browser, address) == 410


def test_the_first_browser_may_come_back_and_a_second_is_told_kindly(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    page = running.open_claim(browser)
    assert browser.get(page.url, timeout=DEADLINE_S).status_code == 200

    other = stranger.get(page.url, headers={"Accept-Language": "de"}, timeout=DEADLINE_S)

    assert other.status_code == 403
    assert "Auf einem anderen Handy geöffnet" in other.text
    assert "Steinzeugbecher" not in other.text


def test_of_twenty_browsers_at_once_one_opens_the_page(running: RunningHub) -> None:
    address = running.find_page(running.keep(make_bookmark()).json()["claim_url"])
    cookies = [requests.get(address, timeout=DEADLINE_S).cookies for _ in range(20)]

    def come_back(known: RequestsCookieJar) -> int:
        return requests.get(address, cookies=known, timeout=DEADLINE_S).status_code

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(come_back, cookies))

    assert sorted(answers) == [200] + [403] * 19


def test_a_members_own_phone_opens_what_lapsed(running: RunningHub, browser: requests.Session, address: str) -> None:
    for _ in range(2):
        _look(browser, address)
    know_phone(running, address)
    second = running.find_page(running.keep(make_bookmark(id="2", offer="o-lamp")).json()["claim_url"])
    running.dial.turn(DAY)

    assert _look(browser, second) == 200


def test_who_only_looks_and_to_whom_it_is_not_open_wait_for_no_writer(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, address: str
) -> None:
    hers = running.open_claim(browser, id="2", offer="o-lamp").url
    _look(browser, hers)
    with running.hub.database.write():
        asked = (address, hers, hers, f"{hers}/thread", f"{hers}/me/history", f"{running.url}/c/made-up")
        assert [_look(stranger, each) for each in asked] == [200, 403, 403, 403, 403, 404]


def test_an_address_that_was_made_up_is_nobodys(running: RunningHub, browser: requests.Session) -> None:
    assert _look(browser, f"{running.url}/c/made-up") == 404
