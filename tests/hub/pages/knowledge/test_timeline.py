from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS
from tests.doubles.axe import list_violations
from tests.doubles.chromium import open_chromium, sticks_out
from tests.hub.accounts import join, open_doors
from tests.hub.domain.profile.test_refresh import set_rules
from tests.hub.phone import know_phone
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark
from tests.hub.shop_window import WebShop, add_source, make_message


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def claim(running: RunningHub, seeded: Path) -> str:
    """The address of what a member kept of whom a web shop told something, too."""
    key = parse_store_key((seeded / KEY_FILE).read_text())
    card = {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}
    set_rules(
        running.hub,
        lookers='{"all": [{"trait": {"name": "views_30_days", "at_least": 1}}]}',
        buyers='{"all": [{"trait": {"name": "orders_90_days", "at_least": 1}}]}',
    )
    shop = WebShop(running.hub, add_source(running.hub))
    shop.tell(make_message(1, type="identify", traits={"card": card}), make_message(2))
    return running.find_page(running.keep(make_bookmark(credential=card)).json()["claim_url"])


def _open(browser: requests.Session, address: str) -> requests.Response:
    for _ in range(2):
        browser.get(address, timeout=DEADLINE_S)
    return browser.get(f"{address}/me/history?lang=de", timeout=DEADLINE_S)


def test_a_phone_of_hers_reads_what_she_did_and_why_she_belongs_where_she_does(
    running: RunningHub, browser: requests.Session, claim: str
) -> None:
    _open(browser, claim)
    know_phone(running, claim)
    page = _open(browser, claim).text

    said = ("Im Webshop angesehen", "Stoneware mug · Mugs", "lookers", "Angesehene Artikel in 30 Tagen: 1, nötig 1")
    assert [text for text in said if text not in page] == []
    assert "buyers" not in page


def test_who_is_signed_in_reads_it_from_her_account_though_she_kept_nothing(
    running: RunningHub, browser: requests.Session
) -> None:
    account = join(running, browser, open_doors(running))
    page = browser.get(f"{running.url}/account/history?lang=de", timeout=DEADLINE_S)

    assert 'href="/account/history?lang=de"' in account.text
    assert (page.status_code, "Ihr Verlauf bei Kleine Freude" in page.text) == (200, True)
    assert 'href="/account?lang=de">' in page.text


def test_nobody_elses_phone_reads_it(running: RunningHub, browser: requests.Session, claim: str) -> None:
    assert running.url
    answer = _open(browser, claim)

    assert (answer.status_code, "Stoneware" in answer.text) == (403, False)


def test_who_only_looks_ahead_is_led_back(running: RunningHub, browser: requests.Session, claim: str) -> None:
    answer = browser.get(f"{claim}/me/history", allow_redirects=False, timeout=DEADLINE_S)

    assert (answer.status_code, answer.headers["Location"]) == (303, claim.replace(running.url, ""))


@pytest.mark.parametrize("before", ["0", "1e99", "nan"])
def test_a_mark_of_any_time_harms_nothing(
    running: RunningHub, browser: requests.Session, claim: str, before: str
) -> None:
    _open(browser, claim)
    know_phone(running, claim)

    assert browser.get(f"{claim}/me/history?before={before}", timeout=DEADLINE_S).status_code == 200


def test_it_is_fit_for_everybody_and_nothing_sticks_out(chromium: Browser, running: RunningHub, claim: str) -> None:
    page = chromium.new_context(locale="de-DE").new_page()
    for _ in range(2):
        page.goto(claim)
    know_phone(running, claim)
    page.goto(f"{claim}/me")
    page.get_by_role("link", name="Ihr Verlauf").click()
    page.set_viewport_size({"width": 360, "height": 800})
    is_wide = sticks_out(page)

    assert (list_violations(page), is_wide) == ([], False)
    page.context.close()
