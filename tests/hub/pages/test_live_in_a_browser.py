"""An open page in a real Chromium, which nobody touches."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.push.push_service import PushService
from tests.doubles.axe import list_violations
from tests.doubles.chromium import DEADLINE_MS, open_chromium
from tests.hub.running import RunningHub, make_bookmark
from tests.hub.thread import list_thread, say


@pytest.fixture
def hub(hub: Hub, service: PushService) -> Hub:
    """The hub, with a key that rings phones."""
    return replace(hub, settings=replace(hub.settings, push=service))


def test_what_the_store_answers_stands_on_an_open_page_at_once_and_is_read_by_that(running: RunningHub) -> None:
    claim = running.find_page(running.keep(make_bookmark()).json()["claim_url"])
    with running.hub.database.read() as session:
        bookmark = session.get_one(Bookmark, make_bookmark()["id"])
    with open_chromium() as chromium:
        page = chromium.new_context(locale="de-DE", viewport={"width": 360, "height": 800}).new_page()
        page.set_default_timeout(DEADLINE_MS)
        page.goto(claim)
        page.reload()  # from now on it is this phone's
        expect(page.get_by_role("button", name="Bei Antwort melden")).to_be_visible()
        say(running.hub, bookmark, "Ja, in Blau haben wir ihn da.")

        expect(page.get_by_text("Ja, in Blau haben wir ihn da.")).to_be_visible()
        assert list_violations(page) == []
    assert list_thread(running.hub, bookmark)[-1].read_at == running.dial.time
