import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
import requests

from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.rung_phone import list_rung_phones
from kiosk.hub.domain.conversation.page import Page, make_own_page
from kiosk.hub.push.push_service import PushService
from kiosk.hub.text.message_words import GERMAN
from tests.doubles.push_server import PushServer
from tests.hub.accounts import Pigeonhole, join, open_doors, press
from tests.hub.joined import find_joined
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub

PATHS = ("/account", "/account/messages")


@pytest.fixture
def hub(hub: Hub, service: PushService) -> Hub:
    """The hub, with a key that rings phones."""
    return replace(hub, settings=replace(hub.settings, push=service))


@pytest.fixture
def post(running: RunningHub) -> Pigeonhole:
    return open_doors(running)


@pytest.fixture
def own(running: RunningHub, browser: requests.Session, post: Pigeonhole) -> Page:
    join(running, browser, post)
    with running.hub.database.read() as session:
        return make_own_page(find_joined(session))


def _open(running: RunningHub, browser: requests.Session, path: str) -> requests.Response:
    return browser.get(f"{running.url}{path}", timeout=DEADLINE_S)


def _subscribe(
    running: RunningHub, browser: requests.Session, push_server: PushServer, path: str = "/account", **changes: str
) -> requests.Response:
    """Press the button of this page, as the script does that asked the browser."""
    phone = push_server.subscribe("phone")
    fields = {"endpoint": phone.endpoint, "p256dh": phone.p256dh, "auth": phone.auth, **changes}
    page = _open(running, browser, path)
    return browser.post(f"{page.url}/push", {**read_fields(page), **fields}, timeout=DEADLINE_S)


def _count(hub: Hub, own: Page) -> int:
    with hub.database.read() as session:
        return len(list_rung_phones(session, own))


def _list_switches(page: requests.Response) -> Mapping[str, str]:
    """Where each switch sends to."""
    pattern = r'class="allowance" method="post" action="([^"?]+).*?name="purpose" value="([^"]*)"'
    found = re.findall(pattern, page.text, re.DOTALL)
    return {purpose: action for action, purpose in found}


@pytest.mark.parametrize("path", PATHS)
def test_a_phone_on_which_she_kept_nothing_is_rung_once_she_switched_it_on_there(
    running: RunningHub, browser: requests.Session, own: Page, push_server: PushServer, path: str
) -> None:
    before = _open(running, browser, path)
    after = _subscribe(running, browser, push_server, path)

    assert "hidden>" in before.text  # without a script nothing is offered that could do nothing
    assert (after.url.split("?")[0], after.status_code) == (f"{running.url}{path}", 200)
    assert _count(running.hub, own) == 1
    assert GERMAN.rung in _open(running, browser, "/account/messages").text


def test_the_switch_asks_the_browser_and_once_it_is_on_it_takes_the_consent_back(
    running: RunningHub, browser: requests.Session, own: Page, push_server: PushServer
) -> None:
    actions = [_list_switches(_open(running, browser, "/account"))["messages:push"]]
    page = _subscribe(running, browser, push_server)
    actions.append(_list_switches(page)["messages:push"])
    counts = [_count(running.hub, own)]
    press(browser, page, "/account/consents", purpose="messages:push", on="false")

    assert actions == ["/account/push", "/account/consents"]
    assert [*counts, _count(running.hub, own)] == [1, 0]


def test_she_ends_it_on_this_phone_and_her_consent_stays(
    running: RunningHub, browser: requests.Session, own: Page, push_server: PushServer
) -> None:
    _subscribe(running, browser, push_server)
    page = _open(running, browser, "/account/messages")
    after = press(browser, page, "/account/messages/push/stop")

    assert _count(running.hub, own) == 0
    assert GERMAN.ring in after.text
    assert _list_switches(_open(running, browser, "/account"))["messages:push"] == "/account/consents"


def test_who_signs_out_is_rung_there_no_more(
    running: RunningHub, browser: requests.Session, own: Page, push_server: PushServer
) -> None:
    page = _subscribe(running, browser, push_server)
    press(browser, page, "/account/sign-out")

    assert _count(running.hub, own) == 0


def test_where_no_push_service_rings_nothing_is_kept(
    running: RunningHub, browser: requests.Session, own: Page, push_server: PushServer
) -> None:
    refused = _subscribe(running, browser, push_server, endpoint="https://evil.example/x")

    assert (refused.status_code, _count(running.hub, own)) == (422, 0)


def test_a_hub_without_a_push_key_does_not_offer_it(running: RunningHub, browser: requests.Session, own: Page) -> None:
    running.hub = replace(running.hub, settings=replace(running.hub.settings, push=None))
    running.server.serve(running.hub)
    pages = [_open(running, browser, path) for path in PATHS]

    assert own.bookmark_id is None
    assert [page.status_code for page in pages] == [200, 200]
    assert not any("data-push" in page.text for page in pages)
    assert "messages:push" not in _list_switches(pages[0])
