import requests

from kiosk.hub.sample.shop import STORE
from tests.hub.pages.basket.test_basket import Buyer
from tests.hub.running import DEADLINE_S, RunningHub

TAKE = f"/take/{STORE}?lang=en&code=4006381333931"


def follow(running: RunningHub, browser: requests.Session) -> requests.Response:
    return browser.get(running.url + TAKE, timeout=DEADLINE_S)


def test_the_code_waits_in_the_form_of_her_basket_and_lies_there_once_she_says_so(running: RunningHub) -> None:
    with Buyer(running) as anna:
        page = follow(running, anna.browser)
        before = anna.list_lines()
        anna.scan("4006381333931", page)

        assert 'value="4006381333931"' in page.text
        assert (before, len(anna.list_lines())) == ([], 1)


def test_who_is_not_known_by_this_phone_reads_why_or_signs_in(running: RunningHub) -> None:
    with requests.Session() as stranger:
        page = follow(running, stranger)

    assert page.status_code == 401
    assert "You are not signed in" in page.text


def test_in_a_store_that_is_not_there_nothing_is_taken(running: RunningHub) -> None:
    with requests.Session() as stranger:
        answer = stranger.get(f"{running.url}/take/anderswo?code=1", timeout=DEADLINE_S)

    assert answer.status_code == 404
