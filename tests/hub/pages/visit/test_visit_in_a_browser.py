"""The page of a visit in a real Chromium: it follows what she does at screens, and is there without JavaScript."""

from playwright.sync_api import Browser, Page, expect

from kiosk.hub.domain.basket.change import Add, change_basket
from kiosk.hub.domain.visit.visit import close_visit
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.doubles.chromium import DEADLINE_MS, open_chromium
from tests.hub.domain.visit.test_guidance import draw
from tests.hub.phone import know_phone
from tests.hub.running import RunningHub, make_bookmark


def _open_visit(running: RunningHub, chromium: Browser, *, scripts: bool = True) -> Page:
    """On a phone of hers, once she said that she is there."""
    with running.hub.database.write() as session:
        draw(session)
    claim = running.find_page(running.keep(make_bookmark()).json()["claim_url"])
    context = chromium.new_context(locale="de-DE", viewport={"width": 360, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    page.set_default_timeout(DEADLINE_MS)
    for _ in range(2):
        page.goto(claim)
    know_phone(running, claim)
    page.goto(f"{running.url}/visit/{STORE}")
    page.get_by_role("button", name="Ich bin da").click()
    return page


def _keep_candle(running: RunningHub) -> None:
    """With her card at a screen, while her phone shows the page."""
    running.keep(make_bookmark(id="019aa1b2-0000-7000-8000-0000000000c4", offer="o-candle"))


def _pack(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        member = session.get_one(Member, session.get_one(Bookmark, make_bookmark()["id"]).member_key)
        change_basket(running.hub, session, member, "screen:1", Add("4012345000146"))


def _leave(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        member = session.get_one(Member, session.get_one(Bookmark, make_bookmark()["id"]).member_key)
        close_visit(session, member, running.hub.now())


def test_the_open_page_follows_what_she_does_at_screens_and_that_she_paid(running: RunningHub) -> None:
    with open_chromium() as chromium:
        page = _open_visit(running, chromium)
        main = page.get_by_role("main")
        page.get_by_role("button", name="Besuch beenden").focus()
        expect(main).not_to_contain_text("Duftkerze")
        _keep_candle(running)
        expect(main).to_contain_text("Duftkerze")
        expect(page.get_by_role("button", name="Besuch beenden")).to_be_focused()
        _pack(running)
        expect(main).to_contain_text("Warenkorb")
        _leave(running)
        expect(page.get_by_role("button", name="Ich bin da")).to_be_visible()


def test_without_javascript_the_page_shows_the_same_once_it_is_loaded_again(running: RunningHub) -> None:
    with open_chromium() as chromium:
        page = _open_visit(running, chromium, scripts=False)
        _keep_candle(running)
        page.reload()

        expect(page.get_by_role("main")).to_contain_text("Duftkerze")
