import re

import pytest
import requests

from tests.hub.accounts import join, open_doors
from tests.hub.counter import COUNTER, Shopper
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark


def test_a_phone_that_the_counter_knows_is_hers(running: RunningHub) -> None:
    with Shopper(running) as anna:
        assert anna.open().status_code == 200


def test_who_is_signed_in_is_herself_on_any_phone(running: RunningHub, browser: requests.Session) -> None:
    post = open_doors(running)
    account = join(running, browser, post)
    page = browser.get(f"{running.url}{COUNTER}", timeout=DEADLINE_S)

    assert f'href="{COUNTER}?lang=de"' in account.text
    assert "Am Tresen zeigen" in page.text


def test_who_only_opened_a_code_from_the_screen_is_nobody(running: RunningHub, stranger: requests.Session) -> None:
    address = running.find_page(running.keep(make_bookmark()).json()["claim_url"])
    stranger.get(address, timeout=DEADLINE_S)
    claim = stranger.get(address, timeout=DEADLINE_S)
    page = stranger.get(f"{running.url}{COUNTER}", timeout=DEADLINE_S)

    assert COUNTER not in claim.text
    assert (page.status_code, "You are not signed in" in page.text) == (401, True)


def test_a_form_without_its_token_does_nothing(running: RunningHub) -> None:
    fields = {"form_token": "0" * 64, "handshake": "h"}
    with Shopper(running) as anna:
        answers = [
            anna.browser.post(f"{running.url}{COUNTER}{path}", fields, timeout=DEADLINE_S).status_code
            for path in ("", "/confirm", "/end", "/sizes", "/orders/r")
        ]

    assert answers == [403] * 5


def test_a_store_that_there_is_not_has_no_counter(running: RunningHub, browser: requests.Session) -> None:
    answers = [
        browser.get(f"{running.url}/counter/nowhere{path}", timeout=DEADLINE_S).status_code
        for path in ("", "/looks", "/stream")
    ]

    assert answers == [404] * 3


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de", ["Ihr Besuch", "Ihre Abholungen und Lieferungen", "Ihr Warenkorb", "Am Tresen zeigen"]),
        ("en", ["Your visit", "Your pick-ups and deliveries", "Your basket", "Show at the counter"]),
    ],
)
def test_a_phone_of_hers_finds_her_visit_orders_and_basket_and_can_open_them(
    running: RunningHub, language: str, names: list[str]
) -> None:
    with Shopper(running) as anna:
        page = anna.browser.get(f"{anna.page}?lang={language}", timeout=DEADLINE_S)
        found = re.findall(r'href="(/(?:visit|pickups|basket|counter)/[^"]+)">([^<]+)<', page.text)
        opened = [anna.browser.get(running.url + href, timeout=DEADLINE_S).status_code for href, _ in found]

    assert [name for _, name in found] == names
    assert opened == [200] * 4


def test_a_phone_that_the_store_does_not_know_is_led_to_no_page_of_a_member(
    running: RunningHub, browser: requests.Session
) -> None:
    page = browser.get(running.open_claim(browser).url, timeout=DEADLINE_S)

    assert re.findall(r'href="/(?:visit|pickups|basket|counter)/', page.text) == []
