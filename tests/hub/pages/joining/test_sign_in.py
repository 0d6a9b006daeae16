import re

import pytest
import requests

from kiosk.hub.models.store.store import Store
from tests.hub.accounts import ADDRESS, Pigeonhole, ask_link, find_link, follow_link, join, open_doors
from tests.hub.running import DEADLINE_S, RunningHub

HERE = "/sign-in/berlin-mitte"


@pytest.fixture
def post(running: RunningHub) -> Pigeonhole:
    return open_doors(running)


def _open(running: RunningHub, browser: requests.Session, path: str = HERE) -> requests.Response:
    return browser.get(running.url + path, timeout=DEADLINE_S)


def test_an_address_gets_a_letter_and_nobody_is_told_whether_it_is_known(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, post: Pigeonhole
) -> None:
    first = ask_link(stranger, _open(running, stranger))
    follow_link(stranger, find_link(running, post))
    again = ask_link(browser, _open(running, browser))

    assert (first.status_code, first.text) == (again.status_code, again.text)
    assert [letter.to for letter in post.letters] == [ADDRESS] * 2
    assert "Sehen Sie in Ihr Postfach" in again.text
    assert ADDRESS not in again.text


@pytest.mark.parametrize("typed", ["mara", "", "mara@example.com\r\nBcc: all@example.com", '"><script>@x.y'])
def test_what_is_no_address_may_be_corrected(
    running: RunningHub, browser: requests.Session, post: Pigeonhole, typed: str
) -> None:
    answer = ask_link(browser, _open(running, browser), typed)

    assert answer.status_code == 400
    assert "Das ist noch keine E-Mail-Adresse." in answer.text
    assert "<script>" not in answer.text
    assert post.letters == []
    assert ask_link(browser, answer).status_code == 200


def test_no_inbox_is_flooded_from_however_many_browsers(running: RunningHub, post: Pigeonhole) -> None:
    written = [ADDRESS.upper(), *(ADDRESS.replace("@", f"+{number}@") for number in range(3))]
    browsers = {address: requests.Session() for address in written}
    *_, answer = (ask_link(browser, _open(running, browser), address) for address, browser in browsers.items())

    assert len(post.letters) == 3
    assert (answer.status_code, "auch im Spam-Ordner" in answer.text) == (400, True)


@pytest.mark.parametrize("headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_a_form_from_elsewhere_sends_nothing(
    running: RunningHub, browser: requests.Session, post: Pigeonhole, headers: dict[str, str]
) -> None:
    page = _open(running, browser)
    browser.headers.update(headers)

    assert ask_link(browser, page).status_code == 403
    assert post.letters == []


def test_the_link_leads_to_the_hubs_own_address_whatever_the_request_calls_it(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    page = _open(running, browser)
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    browser.headers.update({"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Cookie": cookies})
    ask_link(browser, page)

    assert re.findall(r"http\S+", post.letters[0].text)[0].startswith(running.hub.settings.public_url)


def test_who_is_signed_in_is_led_to_her_account(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    join(running, browser, post)

    assert _open(running, browser).url.endswith("/account")


@pytest.mark.parametrize("path", ["/sign-in/elsewhere", "/sign-in/elsewhere/sent"])
def test_a_store_that_is_none_has_no_door(
    running: RunningHub, browser: requests.Session, post: Pigeonhole, path: str
) -> None:
    assert _open(running, browser, path).status_code == 404
    assert post.letters == []


def test_a_hub_without_mail_and_issuer_has_no_accounts(running: RunningHub, browser: requests.Session) -> None:
    assert _open(running, browser).status_code == 404


def test_an_english_reader_gets_an_english_letter(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    page = _open(running, browser, f"{HERE}?lang=en")
    action = f"{running.url}{HERE}?lang=en"
    (token,) = re.findall(r'name="form_token" value="([^"]*)"', page.text)
    browser.post(action, {"form_token": token, "address": ADDRESS}, timeout=DEADLINE_S)

    assert post.letters[0].subject == "Your link to Kleine Freude"


def test_who_asks_for_no_store_is_led_to_the_one_that_there_is(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    page = _open(running, browser, "/sign-in?lang=en")

    assert page.url == f"{running.url}{HERE}?lang=en"
    assert "Sign in to Kleine Freude" in page.text
    assert post.letters == []


def test_who_asks_for_no_store_where_there_are_several_says_which(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    with running.hub.database.write() as session:
        session.add(Store(id="anderswo", name="Anderswo <3", time_zone="Europe/Vienna", language="de"))
    pages = [_open(running, browser, path).text for path in ("/sign-in?lang=de", "/account")]

    for page in pages:
        assert "In welchem Laden sind Sie Mitglied?" in page
        assert f'<a href="{HERE}?lang=de">Kleine Freude</a>' in page
        assert '<a href="/sign-in/anderswo?lang=de">Anderswo &lt;3</a>' in page
    assert post.letters == []


def test_a_hub_without_accounts_has_no_place_to_sign_in(running: RunningHub, browser: requests.Session) -> None:
    page = _open(running, browser, "/sign-in?lang=en")

    assert (page.status_code, "Nobody signs in here" in page.text) == (404, True)
