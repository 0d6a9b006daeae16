from datetime import timedelta

import requests

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import STORE, Message, note_read
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, Dial, RunningHub, make_bookmark
from tests.hub.thread import list_thread, say


def _open(running: RunningHub, browser: requests.Session) -> str:
    """The address of a page that is this browser's by now."""
    return browser.get(running.open_claim(browser).url, timeout=DEADLINE_S).url


def _get_bookmark(hub: Hub) -> Bookmark:
    with hub.database.read() as session:
        return session.get_one(Bookmark, make_bookmark()["id"])


def _fetch(browser: requests.Session, page: str, state: str = "visible") -> requests.Response:
    return browser.get(f"{page}/thread?state={state}", timeout=DEADLINE_S)


def test_an_open_page_fetches_what_was_said_and_that_is_read(
    running: RunningHub, browser: requests.Session, dial: Dial
) -> None:
    page = _open(running, browser)
    bookmark = _get_bookmark(running.hub)
    say(running.hub, bookmark, "Ja, in Blau")
    hidden = _fetch(browser, page, "hidden")
    delivered = dial.time
    dial.turn(timedelta(minutes=1))
    for _ in range(2):
        _fetch(browser, page)
        dial.turn(timedelta(minutes=1))
    message = list_thread(running.hub, bookmark)[-1]

    assert "Ja, in Blau" in hidden.text
    assert "<html" not in hidden.text
    assert (message.delivered_at, message.read_at) == (delivered, delivered + timedelta(minutes=1))


def test_the_page_itself_is_read_once_it_is_opened(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)
    bookmark = _get_bookmark(running.hub)
    assert list_thread(running.hub, bookmark)[0].read_at is None

    browser.get(page.url, timeout=DEADLINE_S)
    assert list_thread(running.hub, bookmark)[0].read_at == running.dial.time


def test_of_her_own_she_reads_whether_the_store_read_it(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)
    sent = browser.post(page.url, {**read_fields(page), "text": "Blau?"}, timeout=DEADLINE_S)
    with running.hub.database.write() as session:
        message = session.get_one(Message, list_thread(running.hub, _get_bookmark(running.hub))[-1].id)
        note_read([message], STORE, running.hub.now())

    assert "gelesen" not in sent.text
    assert "Sie · heute, 10:00 · gelesen" in browser.get(page.url, timeout=DEADLINE_S).text


def test_who_may_not_read_the_page_may_not_fetch_of_it_either(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    unopened = running.open_claim(browser).url
    assert _fetch(browser, unopened).status_code == 403

    page = _open(running, browser)
    assert _fetch(stranger, page).status_code == 403
    assert _fetch(browser, page, "half").status_code == 400
    assert _fetch(browser, f"{running.url}/c/nobody").status_code == 404
