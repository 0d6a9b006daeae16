from pathlib import Path

import pytest
import requests

from kiosk.contract.credential import hash_id
from kiosk.hub.models.members.card_claim import LIFETIME
from kiosk.hub.pages.visitor.signed_in import COOKIE
from tests.hub.accounts import CARD_NUMBER, STORE_KEY, join, open_doors, press
from tests.hub.phone import read_code, read_fields
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark
from tests.hub.till import TillDesk, make_receipt, open_till

CARD = hash_id(STORE_KEY, "code", CARD_NUMBER)
PATH = "/account/card-number"


@pytest.fixture
def account(running: RunningHub, browser: requests.Session) -> requests.Response:
    """The account of somebody who just joined, in a store whose cards bear numbers."""
    return join(running, browser, open_doors(running))


@pytest.fixture
def till(running: RunningHub, seeded: Path) -> TillDesk:
    return open_till(running, seeded)


def _name(browser: requests.Session, account: requests.Response, number: str = CARD_NUMBER) -> requests.Response:
    return press(browser, account, PATH, number=number)


def _look(running: RunningHub, browser: requests.Session) -> str:
    return browser.get(running.url + PATH, timeout=DEADLINE_S).text


def _confirm(till: TillDesk, code: str | None, card: str = CARD) -> tuple[int, str]:
    answer = till.post("/v1/cards", {"card": card, "code": code or "none"})
    return answer.status_code, answer.json().get("code", "")


def test_a_till_that_has_the_card_makes_it_hers(
    running: RunningHub, browser: requests.Session, account: requests.Response, till: TillDesk
) -> None:
    assert "Nummer einer Karte eingeben" in account.text
    page = _name(browser, account, "629 1041 50021 3")
    told = [_confirm(till, read_code(page)) for _ in range(2)]

    assert (page.url.split("?")[0], "Zeigen Sie Karte und Code an der Kasse" in page.text) == (running.url + PATH, True)
    assert told == [(201, ""), (200, "")]
    assert "Ihre Karte ist hinterlegt." in _look(running, browser)
    assert "Hinterlegt: 1," in browser.get(f"{running.url}/account", timeout=DEADLINE_S).text


def test_it_says_who_buys_and_pays_for_nothing(
    browser: requests.Session, account: requests.Response, till: TillDesk
) -> None:
    _confirm(till, read_code(_name(browser, account)))
    card = {"kind": "code", "value": CARD}
    till.post("/v1/receipts", make_receipt(card))
    due = {"amount": "0.30", "currency": "EUR"}
    payment = till.post("/v1/payments", {"id": "p", "credential": card, "unit": "points", "due": due})
    bookmark = till.running.keep(make_bookmark(credential=card))
    benefits = browser.get(f"{till.running.url}/account/benefits", timeout=DEADLINE_S)

    assert (payment.status_code, bookmark.status_code) == (400, 400)
    assert '<span class="amount">47</span>' in benefits.text


def test_naming_a_number_alone_opens_nothing(
    running: RunningHub, browser: requests.Session, account: requests.Response, till: TillDesk
) -> None:
    page = _name(browser, account)
    code = read_code(page)
    told = [_confirm(till, "K7Q42MFX"), _confirm(till, code, "a" * 64)]
    running.dial.turn(LIFETIME)
    told.append(_confirm(till, code))

    assert told == [(404, "card_unclaimed")] * 3
    assert "Welche Nummer hat Ihre Karte?" in _look(running, browser)


def test_what_somebody_elses_card_is_the_phone_is_not_told_and_the_till_is(
    running: RunningHub,
    browser: requests.Session,
    stranger: requests.Session,
    account: requests.Response,
    till: TillDesk,
) -> None:
    _confirm(till, read_code(_name(browser, account)))
    page = _name(stranger, join(running, stranger, open_doors(running), "otto@example.com"))

    assert read_code(page)
    assert _confirm(till, read_code(page)) == (422, "card_taken")


@pytest.mark.parametrize("number", ["", "6291041500214", "4111111111111111", "x" * 64])
def test_a_number_that_no_card_bears_is_said_on_the_page(
    browser: requests.Session, account: requests.Response, number: str
) -> None:
    page = _name(browser, account, number)

    assert page.status_code == 400
    assert "Diese Nummer trägt keine unserer Karten." in page.text


def test_the_code_is_shown_on_the_phone_that_asked_alone(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    first, second = _name(browser, account), _name(browser, account)
    signed_in = {"Cookie": f"{COOKIE}={browser.cookies[COOKIE]}"}
    seen = requests.get(running.url + PATH, headers=signed_in, timeout=DEADLINE_S)

    assert read_code(first) == read_code(second)
    assert (seen.status_code, read_code(seen)) == (200, None)


def test_a_form_of_another_page_is_refused(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, account: requests.Response
) -> None:
    fields = {**read_fields(account), "number": CARD_NUMBER}

    answers = [
        stranger.post(running.url + PATH, fields, timeout=DEADLINE_S, allow_redirects=False),
        browser.post(running.url + PATH, {**fields, "form_token": "x"}, timeout=DEADLINE_S),
    ]

    assert [answer.status_code for answer in answers] == [303, 403]


def test_a_store_whose_cards_bear_none_has_no_such_page(running: RunningHub, browser: requests.Session) -> None:
    account = join(running, browser, open_doors(running, store_key=None))

    assert "Nummer einer Karte" not in account.text
    assert browser.get(running.url + PATH, timeout=DEADLINE_S).status_code == 404
