import requests

from tests.hub.phone import know_phone
from tests.hub.running import DEADLINE_S, RunningHub


def test_whoever_only_looks_ahead_is_led_back_to_the_kept_offer(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    address = running.open_claim(browser).url
    answer = stranger.get(f"{address}/me/data", allow_redirects=False, timeout=DEADLINE_S)

    assert (answer.status_code, answer.headers["Location"]) == (303, address.removeprefix(running.url))


def test_who_only_opened_the_page_of_a_kept_offer_is_sent_to_the_counter(
    running: RunningHub, browser: requests.Session
) -> None:
    running.open_claim(browser)
    address = running.open_claim(browser).url
    before = browser.get(f"{address}/me/data", timeout=DEADLINE_S).status_code
    know_phone(running, address)

    assert (before, browser.get(f"{address}/me/data", timeout=DEADLINE_S).status_code) == (403, 200)
