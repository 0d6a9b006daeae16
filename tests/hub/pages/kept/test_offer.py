import re
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
import requests
from sqlalchemy import func, select

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from tests.hub.running import DEADLINE_S, RunningHub


def _open(running: RunningHub, browser: requests.Session, query: str = "screen=window-1&lang=de") -> requests.Response:
    return browser.get(f"{running.url}/offers/o-candle?{query}", timeout=DEADLINE_S)


def _keep(browser: requests.Session, page: requests.Response) -> requests.Response:
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.text))
    return browser.post(page.url, fields, timeout=DEADLINE_S)


def _list_bookmarks(running: RunningHub) -> list[Bookmark]:
    with running.hub.database.read() as session:
        return list(session.scalars(select(Bookmark)))


def test_the_code_on_the_screen_leads_to_the_offer(running: RunningHub, browser: requests.Session) -> None:
    page = _open(running, browser)

    assert page.status_code == 200
    for phrase in ("Duftkerze Zeder", "28,00", "220 g", "12,73", "/ 100 g", "inkl. MwSt.", "Merken"):
        assert phrase in page.text


def test_the_page_speaks_the_browsers_language(running: RunningHub, browser: requests.Session) -> None:
    browser.headers["Accept-Language"] = "en-GB"

    page = _open(running, browser, "screen=window-1")

    assert "Keep it" in page.text
    assert "screen=window-1&amp;lang=de" in page.text


def test_keeping_an_offer_leads_to_its_conversation(running: RunningHub, browser: requests.Session) -> None:
    after = _keep(browser, _open(running, browser))

    assert [answer.status_code for answer in after.history] == [303]
    assert "/c/" in after.url
    assert "Für Sie gemerkt" in after.text
    assert [bookmark.screen_id for bookmark in _list_bookmarks(running)] == ["window-1"]


def test_one_browser_keeps_an_offer_once(running: RunningHub, browser: requests.Session) -> None:
    page = _open(running, browser)

    with ThreadPoolExecutor(10) as pool:
        after = {answer.url for answer in pool.map(_keep, [browser] * 10, [page] * 10)}

    assert len(after) == 1
    assert len(_list_bookmarks(running)) == 1


def test_who_comes_after_the_budget_was_spent_is_told_so_kindly(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    euro = Money(Decimal(1), "EUR")
    with running.hub.database.write() as session:
        session.get_one(Offer, "o-candle").budget = Budget(euro, euro)

    first, second = (_keep(one, _open(running, one)) for one in (browser, stranger))

    assert (first.status_code, second.status_code) == (200, 422)
    assert "Schon vergriffen" in second.text
    assert _keep(browser, _open(running, browser)).url == first.url
    assert len(_list_bookmarks(running)) == 1


def test_another_browser_keeps_it_for_itself(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    first = _keep(browser, _open(running, browser))
    second = _keep(stranger, _open(running, stranger))

    assert (second.status_code, second.url == first.url) == (200, False)
    assert stranger.get(first.url, timeout=DEADLINE_S).status_code == 403
    assert len({bookmark.member_key for bookmark in _list_bookmarks(running)}) == 2


def test_a_screen_that_there_is_not_is_not_noted(running: RunningHub, browser: requests.Session) -> None:
    _keep(browser, _open(running, browser, "screen=%3Cb%3E"))

    assert [bookmark.screen_id for bookmark in _list_bookmarks(running)] == [None]


def test_without_the_cookie_nothing_is_kept(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    after = _keep(stranger, _open(running, browser))

    assert after.status_code == 403
    assert "erlauben Sie dabei Cookies" in after.text
    with running.hub.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Bookmark)) == 0


@pytest.mark.parametrize("offer", ["o-nothing", "%00", "..%2F"])
def test_an_offer_that_is_not_there_is_a_kind_page(running: RunningHub, browser: requests.Session, offer: str) -> None:
    assert browser.get(f"{running.url}/offers/{offer}", timeout=DEADLINE_S).status_code == 404
