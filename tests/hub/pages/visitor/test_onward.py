import pytest
import requests

from kiosk.hub.pages.visitor.onward import link_onward, name_onward, read_onward
from tests.hub.accounts import ask_link, find_link, follow_link, join, open_doors
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub

VISIT = "/visit/berlin-mitte"
SIGN_IN = "/sign-in/berlin-mitte"


def scan(running: RunningHub, browser: requests.Session, **headers: str) -> requests.Response:
    """What the phone shows whose camera reads the code at the door."""
    return browser.get(f"{running.url}{VISIT}?lang=de", headers=headers, timeout=DEADLINE_S)


@pytest.mark.parametrize("said", ["", "basket", "//evil.example", "https://evil.example", "visit/../account"])
def test_an_address_names_a_page_of_ours_or_none(said: str) -> None:
    assert read_onward(said) == ""
    assert link_onward(read_onward(said), "berlin-mitte") == "/account"
    assert name_onward(read_onward(said)) == ""


def test_a_stranger_at_the_door_joins_and_comes_in_by_one_press(running: RunningHub, browser: requests.Session) -> None:
    post = open_doors(running)
    page = scan(running, browser)
    assert (page.status_code, page.url) == (200, f"{running.url}{SIGN_IN}?to=visit")
    assert "Schön, dass Sie da sind" in page.text

    action = f"{running.url}{SIGN_IN}?lang=de&to=visit"
    sent = browser.post(action, {**read_fields(page), "address": "mara@example.com"}, timeout=DEADLINE_S)
    assert SIGN_IN in sent.text
    assert sent.text.count("to=visit") > 0, "to have it sent again leads there, too"

    assert find_link(running, post).endswith("?to=visit")
    there = follow_link(browser, find_link(running, post))
    assert (there.status_code, there.url) == (200, f"{running.url}{VISIT}?lang=de")
    inside = browser.post(f"{running.url}{VISIT}?lang=de", read_fields(there), timeout=DEADLINE_S)
    assert "Besuch beenden" in inside.text


def test_who_is_signed_in_by_then_is_led_on(running: RunningHub, browser: requests.Session) -> None:
    join(running, browser, open_doors(running))

    led = browser.get(f"{running.url}{SIGN_IN}?to=visit", timeout=DEADLINE_S)
    assert led.url == f"{running.url}{VISIT}"


def test_what_a_page_fetches_for_itself_says_that_she_is_not_known(
    running: RunningHub, browser: requests.Session
) -> None:
    open_doors(running)

    fetched = scan(running, browser, **{"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"})
    assert (fetched.status_code, fetched.url) == (401, f"{running.url}{VISIT}?lang=de")


def test_a_hub_without_accounts_says_who_could_help(running: RunningHub, browser: requests.Session) -> None:
    assert scan(running, browser).status_code == 401


def test_a_store_that_there_is_not_is_no_door(running: RunningHub, browser: requests.Session) -> None:
    open_doors(running)

    assert browser.get(f"{running.url}/visit/elsewhere", timeout=DEADLINE_S).status_code == 404


def test_without_it_a_link_leads_to_the_account(running: RunningHub, browser: requests.Session) -> None:
    post = open_doors(running)
    ask_link(browser, browser.get(f"{running.url}{SIGN_IN}", timeout=DEADLINE_S))

    assert follow_link(browser, find_link(running, post)).url == f"{running.url}/account?lang=de"
