"""Who waits in the store, on her phone and the staff's tablet, both in a real Chromium: looked at, called, served."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.pickup.pickup import Pickup
from kiosk.hub.sample.shop import STORE
from tests.doubles.axe import list_violations
from tests.doubles.chromium import DEADLINE_MS, open_chromium, sticks_out
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.console.clerk import PASSWORD
from tests.hub.counter import COUNTER
from tests.hub.domain.basket.goods import stock
from tests.hub.domain.pickup.orders import add_shop, place, place_home
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.domain.visit.test_guidance import draw
from tests.hub.phone import know_phone
from tests.hub.running import RunningHub, make_bookmark

PHONE, TABLET, DESK = (360, 740), (1280, 800), (1440, 900)
TABLET_PAGES = "/console/tablet"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all these tests."""
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def phone(chromium: Browser, running: RunningHub) -> Iterator[Page]:
    """The phone of a member who kept a mug, in a shop with goods and departments."""
    with running.hub.database.write() as session:
        draw(session)
        stock(session)
    page = _open(chromium, running, PHONE)
    address = running.find_page(running.keep(make_bookmark()).json()["claim_url"])
    for _ in range(2):
        page.goto(address)
    know_phone(running, address)
    page.goto(COUNTER)
    yield page
    page.context.close()


@pytest.fixture
def tablet(chromium: Browser, running: RunningHub) -> Iterator[Page]:
    """The tablet, at which somebody is signed in."""
    page = _open(chromium, running, TABLET)
    page.goto("/console/sign-in")
    page.get_by_label("Name").fill("sam")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    yield page
    page.context.close()


def _open(chromium: Browser, running: RunningHub, size: tuple[int, int]) -> Page:
    context = chromium.new_context(
        base_url=running.url, locale="de-DE", viewport={"width": size[0], "height": size[1]}, bypass_csp=True
    )
    context.set_default_timeout(DEADLINE_MS)
    return context.new_page()


def _assert_fit(page: Page, *sizes: tuple[int, int]) -> None:
    """Nothing sticks out at these sizes, and at the last of them nothing is wrong for anybody."""
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        assert not sticks_out(page)
    assert list_violations(page) == []


def _assert_as_wide_as_its_card(page: Page) -> None:
    """On a phone; the edge of a card is as far from its buttons on the right as on the left."""
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    line = page.locator("#line-0")
    card, button = line.bounding_box(), line.get_by_role("button", name="Gefunden").bounding_box()
    assert card is not None
    assert button is not None
    assert button["x"] - card["x"] == pytest.approx(card["x"] + card["width"] - button["x"] - button["width"], abs=1)


def test_her_phone_hears_at_once_that_she_is_old_enough(phone: Page, tablet: Page) -> None:
    phone.goto(f"/basket/{STORE}")
    phone.locator("#number").fill("96385074")
    phone.get_by_role("button", name="Hineinlegen").click()
    code = phone.locator(".look .figure").inner_text()
    _assert_fit(phone, PHONE)
    tablet.goto(f"{TABLET_PAGES}/ages")
    expect(tablet.get_by_role("heading", name=code)).to_be_visible()
    _assert_fit(tablet, PHONE, TABLET)
    tablet.get_by_role("button", name="Alt genug").click()

    expect(tablet.get_by_text("Das Handy zeigt es schon an.")).to_be_visible()
    expect(phone.locator(".look")).to_have_count(0)


def test_her_visit_shows_her_the_way(phone: Page) -> None:
    phone.goto(f"/visit/{STORE}")
    _assert_fit(phone, PHONE)
    phone.get_by_role("button", name="Ich bin da").click()

    expect(phone.get_by_text("Wohnen: 1. Etage, links")).to_be_visible()
    _assert_fit(phone, DESK, PHONE)
    phone.get_by_role("button", name="Besuch beenden").click()
    expect(phone.get_by_text("Sie haben ihn beendet.")).to_be_visible()


def test_an_order_is_picked_and_handed_over_to_the_code_of_her_phone(
    running: RunningHub, phone: Page, tablet: Page
) -> None:
    with running.hub.database.write() as session:
        key = session.scalars(select(Bookmark.member_key)).first()
        code = place(running.hub, session, add_shop(session), key).code
    tablet.goto(f"{TABLET_PAGES}/pickups")
    _assert_fit(tablet, PHONE, TABLET)
    tablet.get_by_role("link", name=re.compile(code)).click()
    _assert_fit(tablet, PHONE, TABLET)
    for number, found in enumerate(("Gefunden", "Fehlt")):
        tablet.locator(f"#line-{number}").get_by_role("button", name=found).click()
        expect(tablet.locator(f"#line-{number}").get_by_role("button", name=found, pressed=True)).to_be_visible()
    _assert_as_wide_as_its_card(tablet)
    tablet.get_by_role("button", name="Alles gepackt").click()
    phone.goto(f"/pickups/{STORE}")
    _assert_fit(phone, DESK, PHONE)
    tablet.get_by_label("Code vom Handy").fill(phone.locator(".figure").inner_text())
    tablet.get_by_role("button", name="Übergeben").click()

    expect(tablet.get_by_role("status").get_by_text("Übergeben.")).to_be_visible()
    with running.hub.database.read() as session:
        assert session.scalars(select(Pickup.state)).all() == ["handed_over"]


def test_what_is_brought_home_is_packed_and_sent_and_she_reads_where_to_until_then(
    running: RunningHub, phone: Page, tablet: Page
) -> None:
    with running.hub.database.write() as session:
        key = session.scalars(select(Bookmark.member_key)).first()
        code = place_home(running.hub, session, key).code
    phone.goto(f"/pickups/{STORE}")
    expect(phone.get_by_text("99084 Erfurt")).to_be_visible()
    _assert_fit(phone, DESK, PHONE)
    tablet.goto(f"{TABLET_PAGES}/pickups")
    tablet.get_by_role("link", name=re.compile(code)).click()
    expect(tablet.get_by_text("99084 Erfurt")).to_be_visible()
    for number in range(2):
        tablet.locator(f"#line-{number}").get_by_role("button", name="Gefunden").click()
    _assert_fit(tablet, PHONE, TABLET)
    tablet.get_by_role("button", name="Alles gepackt").click()
    _assert_fit(tablet, PHONE, TABLET)
    tablet.get_by_role("link", name=re.compile(code)).click()
    _assert_fit(tablet, PHONE, TABLET)
    tablet.get_by_role("button", name="Ist unterwegs").click()
    expect(tablet.get_by_text("Unterwegs. Die Anschrift ist gelöscht.")).to_be_visible()
    phone.reload()

    expect(phone.get_by_text("Lieferung: ist unterwegs")).to_be_visible()
    expect(phone.get_by_text("99084 Erfurt")).to_have_count(0)


def test_the_page_on_which_goods_are_taken_back_fits(running: RunningHub, tablet: Page) -> None:
    till = PhoneTill(running.hub, MoodyProvider())
    till.put_pens()
    till.pay()
    tablet.goto(f"{TABLET_PAGES}/sales/1")
    expect(tablet.get_by_label("Geht zurück ins Regal")).to_be_checked()
    _assert_fit(tablet, PHONE, TABLET)
