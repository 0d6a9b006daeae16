from collections.abc import Mapping
from dataclasses import replace

import pytest
import requests

from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import may_message
from kiosk.hub.domain.consent.rung_phone import list_rung_phones
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_claim_of
from kiosk.hub.models.members.credential import add_browser
from kiosk.hub.models.members.member import Member
from kiosk.hub.push.push_service import PushService
from kiosk.hub.sample.shop import STORE
from kiosk.hub.text.message_words import GERMAN
from tests.doubles.push_server import PushServer
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark


@pytest.fixture
def hub(hub: Hub, service: PushService) -> Hub:
    """The hub, with a key that rings phones."""
    return replace(hub, settings=replace(hub.settings, push=service))


@pytest.fixture
def page(running: RunningHub, browser: requests.Session) -> requests.Response:
    """A page that is this browser's by now."""
    return browser.get(running.open_claim(browser).url.split("?")[0], timeout=DEADLINE_S)


def _subscribe(
    browser: requests.Session, page: requests.Response, push_server: PushServer, **changes: str
) -> requests.Response:
    """Press the button, as the script does that asked the browser."""
    phone = push_server.subscribe("phone")
    fields = {"endpoint": phone.endpoint, "p256dh": phone.p256dh, "auth": phone.auth}
    return browser.post(f"{page.url}/push", {**read_fields(page), **fields, **changes}, timeout=DEADLINE_S)


def _find_readers(hub: Hub) -> tuple[int, bool]:
    """How many phones ring for the page, and whether its member allows it."""
    with hub.database.read() as session:
        bookmark = session.get_one(Bookmark, make_bookmark()["id"])
        return len(list_rung_phones(session, make_page(bookmark))), may_message(session, bookmark.member_key, "push")


def test_a_phone_is_rung_once_its_reader_pressed_the_button_and_no_more_once_she_ended_it(
    hub: Hub, browser: requests.Session, page: requests.Response, push_server: PushServer
) -> None:
    assert GERMAN.ring in page.text
    assert "hidden>" in page.text  # without a script there is no button that could do nothing
    after = _subscribe(browser, page, push_server)
    assert (after.status_code, GERMAN.rung in after.text) == (200, True)
    assert _find_readers(hub) == (1, False)  # she tapped with a card: that this is her phone, nobody knows

    ended = browser.post(f"{page.url}/push/stop", read_fields(page), timeout=DEADLINE_S)
    assert GERMAN.ring in ended.text
    assert _find_readers(hub)[0] == 0


def test_with_the_consent_go_the_phones(
    hub: Hub, browser: requests.Session, page: requests.Response, push_server: PushServer
) -> None:
    with hub.database.write() as session:
        bookmark = session.get_one(Bookmark, make_bookmark()["id"])
        add_browser(session, STORE, get_claim_of(session, bookmark.id).browser_hash or "", bookmark.member_key)
    _subscribe(browser, page, push_server)
    assert _find_readers(hub) == (1, True)
    with hub.database.write() as session:
        bookmark = session.get_one(Bookmark, make_bookmark()["id"])
        withdraw(hub, session, session.get_one(Member, bookmark.member_key), "messages:push")

    assert _find_readers(hub) == (0, False)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"endpoint": "https://127.0.0.1:9/x"}, 422),
        ({"endpoint": "http://fcm.googleapis.com/x"}, 422),
        ({"endpoint": "https://fcm.googleapis.com/" + "x" * 1000}, 400),
        ({"auth": "AAAA"}, 422),
        ({"form_token": "0" * 64}, 403),
    ],
)
def test_what_is_no_subscription_is_refused(  # noqa: PLR0913, PLR0917 # all fixtures
    hub: Hub,
    browser: requests.Session,
    page: requests.Response,
    push_server: PushServer,
    changes: Mapping[str, str],
    status: int,
) -> None:
    assert _subscribe(browser, page, push_server, **changes).status_code == status
    assert _find_readers(hub) == (0, False)


def test_a_stranger_cannot_have_her_own_phone_rung(
    hub: Hub, stranger: requests.Session, page: requests.Response, push_server: PushServer
) -> None:
    assert _subscribe(stranger, page, push_server).status_code == 403
    assert _find_readers(hub) == (0, False)


def test_before_the_page_is_somebodys_nothing_is_offered(running: RunningHub, browser: requests.Session) -> None:
    assert GERMAN.ring not in running.open_claim(browser).text


def test_the_worker_serves_these_pages_alone(running: RunningHub) -> None:
    worker = running.get("/c/worker.js")

    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert "showNotification" in worker.text
    assert "Service-Worker-Allowed" not in worker.headers
