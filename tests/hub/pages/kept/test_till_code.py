import re

import requests

from tests.hub.phone import press_code, read_code
from tests.hub.running import DEADLINE_S, RunningHub


def test_the_code_for_the_till_is_shown_once_it_is_asked_for(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)
    again = browser.get(page.url, timeout=DEADLINE_S)
    pressed = press_code(browser, again)
    later = browser.get(page.url, timeout=DEADLINE_S)

    assert [read_code(look) for look in (page, again)] == [None, None]
    assert [answer.status_code for answer in pressed.history] == [303]
    assert re.fullmatch(r"\w{4} \w{4}", read_code(pressed) or "")
    assert read_code(later) == read_code(pressed)


def test_who_asks_for_the_code_opens_the_page(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    page = running.open_claim(browser)
    ahead = stranger.get(page.url, timeout=DEADLINE_S)
    press_code(browser, page)

    refused = press_code(stranger, ahead)

    assert (refused.status_code, read_code(refused)) == (403, None)
    assert stranger.get(page.url, timeout=DEADLINE_S).status_code == 403


def test_a_button_that_the_hub_did_not_give_shows_no_code(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)
    answer = browser.post(f"{page.url}/code", {"form_token": "0" * 64}, timeout=DEADLINE_S)

    assert answer.status_code == 403
    assert read_code(browser.get(page.url, timeout=DEADLINE_S)) is None
