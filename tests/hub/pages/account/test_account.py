import re

import pytest
import requests

from kiosk.hub.domain.consent.allowance import MESSAGES_BY_PUSH, PURPOSES
from tests.hub.accounts import Pigeonhole, join, open_doors, press
from tests.hub.running import DEADLINE_S, RunningHub

SHOPPERS = "/v1/shoppers?store=berlin-mitte&since="


@pytest.fixture
def account(running: RunningHub, browser: requests.Session, post: Pigeonhole) -> requests.Response:
    return join(running, browser, post)


@pytest.fixture
def post(running: RunningHub) -> Pigeonhole:
    return open_doors(running)


def _list_switches(page: requests.Response) -> dict[str, bool]:
    """What is on, by purpose."""
    found = re.findall(r'name="purpose" value="([^"]*)">.*?aria-checked="(\w+)"', page.text, re.DOTALL)
    return {purpose: is_on == "true" for purpose, is_on in found}


def _switch(browser: requests.Session, page: requests.Response, purpose: str, on: str) -> requests.Response:
    return press(browser, page, "/account/consents", purpose=purpose, on=on)


def test_nothing_is_on_before_she_says_so(account: requests.Response) -> None:
    asked = [purpose for purpose in PURPOSES if purpose != MESSAGES_BY_PUSH]  # this hub rings no phones

    assert _list_switches(account) == dict.fromkeys(asked, False)


def test_a_switch_says_when_and_where_and_to_which_wording(
    browser: requests.Session, account: requests.Response
) -> None:
    page = _switch(browser, account, "proximity", "true")

    assert [purpose for purpose, is_on in _list_switches(page).items() if is_on] == ["proximity"]
    assert "Erlaubt am 22. November 2026, auf Ihrem Handy<br>Fassung 2026-11-23" in page.text


def test_screens_hear_at_once_of_what_she_allows_and_of_what_she_takes_back(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    before = running.get(SHOPPERS).json()["cursor"]
    page = _switch(browser, account, "personal_offers", "true")
    (told,) = running.get(SHOPPERS + before).json()["shoppers"]
    _switch(browser, page, "personal_offers", "false")
    after = running.get(SHOPPERS + before).json()

    assert told["consents"] == ["personal_offers"]
    assert (after["shoppers"], after["gone"]) == ([], [told["key"]])


@pytest.mark.parametrize("purpose", ["", "everything", "proximity' OR 1", "ä" * 200])
def test_what_nobody_asks_for_cannot_be_switched(
    browser: requests.Session, account: requests.Response, purpose: str
) -> None:
    page = _switch(browser, account, purpose, "true")

    assert page.status_code in {200, 400}
    assert not any(_list_switches(page).values())


def test_a_switch_that_is_pressed_twice_is_pressed_once(browser: requests.Session, account: requests.Response) -> None:
    _, page = (_switch(browser, account, "messages:push", "true") for _ in range(2))

    assert page.text.count("Fassung 2026-11-23") == 1


def test_a_switch_from_elsewhere_or_without_its_token_moves_nothing(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    address = f"{running.url}/account/consents"
    bare = {"purpose": "proximity", "on": "true", "form_token": "0" * 64}
    refused = [browser.post(address, bare, timeout=DEADLINE_S).status_code]
    browser.headers["Origin"] = "https://elsewhere.example"
    refused.append(_switch(browser, account, "proximity", "true").status_code)
    del browser.headers["Origin"]

    assert refused == [403, 403]
    assert not any(_list_switches(browser.get(account.url, timeout=DEADLINE_S)).values())
