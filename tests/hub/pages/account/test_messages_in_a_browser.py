"""All messages of a member in a real Chromium, and the buttons by which her phone is told of them."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.page import make_own_page, make_page
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.attachment import attach_anonymous
from kiosk.hub.models.members.account import find_account
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import begin_member_sign_in
from kiosk.hub.pages.visitor.signed_in import COOKIE
from kiosk.hub.push.push_service import PushService
from tests.doubles.axe import list_violations
from tests.doubles.chromium import DEADLINE_MS, open_chromium, sticks_out
from tests.hub.joined import add_joined, find_joined, say_to, write_as
from tests.hub.running import RunningHub
from tests.hub.thread import keep_mug

IPHONE = "delete window.PushManager; Object.defineProperty(navigator, 'standalone', {value: false});"
"""What tells Safari on iOS, outside the home screen, from other browsers."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def hub(hub: Hub, service: PushService) -> Hub:
    """The hub, with a key that rings phones."""
    return replace(hub, settings=replace(hub.settings, push=service))


def _sign_in(hub: Hub, session: Session) -> str:
    """Have somebody join; what her phone holds."""
    member = add_joined(hub, session)
    begin_member_sign_in(session, digest("token"), member.key, hub.now())
    return "token"


def _open(running: RunningHub, chromium: Browser, width: int) -> BrowserContext:
    context = chromium.new_context(base_url=running.url, locale="de-DE", viewport={"width": width, "height": 800})
    context.set_default_timeout(DEADLINE_MS)
    with running.hub.database.write() as session:
        token = _sign_in(running.hub, session)
    context.add_cookies([{"name": COOKIE, "value": token, "url": running.url}])
    return context


def _fill(hub: Hub) -> None:
    """She asked about a mug, and an order of hers lies ready."""
    bookmark = keep_mug(hub)
    write_as(hub, make_page(bookmark), "Gibt es ihn auch in Blau?")
    with hub.database.write() as session:
        account = find_account(session, find_joined(session).key)
        assert account
        attach_anonymous(hub, session, session.get_one(Member, bookmark.member_key), account)
        own = make_own_page(find_joined(session))
    say_to(hub, own, "Ihre Bestellung liegt bereit. Nennen Sie am Abholtresen: K7Q4", "pickup")


def _say(hub: Hub, text: str) -> None:
    with hub.database.read() as session:
        own = make_own_page(find_joined(session))
    say_to(hub, own, text)


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("language", ["de", "en"])
def test_she_reads_and_answers_on_a_page_that_hears_at_once(
    running: RunningHub, chromium: Browser, width: int, language: str
) -> None:
    with _open(running, chromium, width) as context:
        page = context.new_page()
        page.goto(f"/account/messages?lang={language}")
        assert list_violations(page) == []
        _fill(running.hub)
        page.reload()
        _say(running.hub, "Ja, in Blau haben wir ihn da.")
        expect(page.get_by_text("Ja, in Blau haben wir ihn da.")).to_be_visible()
        page.get_by_role("textbox").fill("Prima!")
        page.get_by_role("textbox").press("Tab")
        page.keyboard.press("Enter")

        expect(page.get_by_text("Prima!")).to_be_visible()
        assert (list_violations(page), sticks_out(page)) == ([], False)


@pytest.mark.parametrize("path", ["/account", "/account/messages"])
def test_an_iphone_is_told_how_the_page_gets_onto_its_home_screen(
    running: RunningHub, chromium: Browser, path: str
) -> None:
    with _open(running, chromium, 360) as context:
        context.add_init_script(IPHONE)
        page = context.new_page()
        page.goto(path)

        expect(page.get_by_text(re.compile("Zum Home-Bildschirm"))).to_be_visible()
        assert (list_violations(page), sticks_out(page)) == ([], False)


@pytest.mark.parametrize("path", ["/account", "/account/messages"])
def test_a_browser_that_refuses_says_so_and_asks_for_what_would_help(
    running: RunningHub, chromium: Browser, path: str
) -> None:
    with _open(running, chromium, 360) as context:
        page = context.new_page()
        page.goto(path)
        _press(page)

        expect(page.get_by_text("Ihr Browser lässt das nicht zu.")).to_be_visible()
        assert list_violations(page) == []


def _press(page: Page) -> None:
    if page.url.endswith("/account"):
        page.get_by_role("switch", name="Nachrichten auf dieses Handy").click()
    else:
        page.get_by_role("button", name="Bei Antwort melden").click()
