"""The basket's page in a real Chromium, which has no reader of its own: before a camera, and without network."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, Route, expect

from kiosk.hub.domain.basket.article_row import take_article_row
from kiosk.hub.models.basket.basket import find_version
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.sample.shop import STORE
from tests.doubles.axe import list_violations
from tests.doubles.camera import draw_code, show
from tests.doubles.chromium import DEADLINE_MS, open_chromium, sticks_out
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.accounts import open_doors
from tests.hub.phone import know_phone
from tests.hub.running import RunningHub, make_bookmark

POSTCARD, CUP, MITTENS, NOBODYS = "4012345000146", "4012345000016", "4012345000108", "4006381333931"


def _open_basket(running: RunningHub, chromium: Browser) -> Page:
    """On a phone of hers."""
    claim = running.find_page(running.keep(make_bookmark()).json()["claim_url"])
    page = chromium.new_context(locale="de-DE", viewport={"width": 360, "height": 800}).new_page()
    page.set_default_timeout(DEADLINE_MS)
    for _ in range(2):
        page.goto(claim)
    know_phone(running, claim)
    page.goto(f"{running.url}/basket/{STORE}")
    return page


def _list_lines(running: RunningHub) -> tuple[dict[str, int], int]:
    """How many of each lie in it, and how often it was changed."""
    with running.hub.database.read() as session:
        keys = [session.get_one(Bookmark, make_bookmark()["id"]).member_key]
        lines = list_basket_lines(session, keys)
        return {line.code.removeprefix("0"): line.count for line in lines}, find_version(session, keys)


def _change(running: RunningHub, row: dict[str, str]) -> None:
    """As the store's inventory does."""
    with running.hub.database.write() as session:
        take_article_row(running.hub, session, STORE, row)


def _type(page: Page, code: str) -> None:
    page.get_by_label("Code auf der Ware").fill(code)
    page.get_by_role("button", name="Hineinlegen").click()


def test_a_bar_code_a_data_matrix_and_a_digital_link_are_read_in_one_go(running: RunningHub, tmp_path: Path) -> None:
    film = show(
        tmp_path / "codes.y4m",
        (
            draw_code(POSTCARD, zxingcpp.BarcodeFormat.EAN13, 3),
            draw_code(f"(01)0{CUP}(10)A7", zxingcpp.BarcodeFormat.DataMatrix, 10, gs1=True),
            draw_code(f"https://shop.example/01/0{MITTENS}?17=271231", zxingcpp.BarcodeFormat.QRCode, 8),
        ),
    )
    with open_chromium(*film) as chromium:
        page = _open_basket(running, chromium)
        button = page.locator("[data-scan-button]")
        button.click()
        expect(button).to_have_text("Kamera schließen")
        for title in ("Postkarte", "Steinzeugbecher", "Fäustlinge S"):
            expect(page.locator("#lines")).to_contain_text(title)
        button.click()

        expect(button).to_have_text("Mit der Kamera scannen")
        expect(page.locator("video")).to_be_hidden()
        assert set(_list_lines(running)[0]) == {POSTCARD, CUP, MITTENS}


def test_a_phone_whose_camera_is_refused_says_that_codes_can_be_typed(running: RunningHub) -> None:
    with open_chromium() as chromium:
        page = _open_basket(running, chromium)
        page.locator("[data-scan-button]").click()

        expect(page.get_by_role("alert")).to_contain_text("Tippen Sie den Code bitte ein.")
        _type(page, POSTCARD)
        expect(page.locator("#lines")).to_contain_text("Postkarte")


@pytest.fixture
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


def test_what_is_scanned_without_network_is_sent_in_order_and_once_when_it_is_back(
    running: RunningHub, chromium: Browser
) -> None:
    page = _open_basket(running, chromium)
    page.context.set_offline(True)
    for code in (POSTCARD, NOBODYS, POSTCARD):
        _type(page, code)
    waiting = page.locator("#waiting li")

    expect(waiting).to_have_text([POSTCARD, NOBODYS, POSTCARD])
    expect(page.locator("#offline")).to_be_visible()
    assert _list_lines(running) == ({}, 0)
    assert (list_violations(page), sticks_out(page)) == ([], False)

    page.context.set_offline(False)
    expect(page.locator("#lines .pieces")).to_have_text("2")
    expect(page.locator("#refused li")).to_have_count(1)
    expect(page.locator("#refused li")).to_contain_text(f"{NOBODYS}: Diese Ware kennen wir hier nicht.")
    expect(page.locator("#offline")).to_be_hidden()
    expect(page.locator("#waiting")).to_be_hidden()
    assert _list_lines(running) == ({POSTCARD: 2}, 2)
    assert list_violations(page) == []


def test_what_no_phone_can_keep_any_more_stays_typed_and_is_said(running: RunningHub, chromium: Browser) -> None:
    page = _open_basket(running, chromium)
    page.context.set_offline(True)
    page.evaluate(
        """code => { const form = document.querySelector("form.ask");
        for (let count = 0; count < 99; count++) { form.elements.number.value = code; form.requestSubmit(); } }""",
        POSTCARD,
    )
    expect(page.locator("#full")).to_be_hidden()
    _type(page, POSTCARD)
    expect(page.locator("#full")).to_be_visible()
    _type(page, NOBODYS)

    expect(page.get_by_label("Code auf der Ware")).to_have_value(NOBODYS)
    expect(page.locator("#waiting li")).to_have_count(100)
    page.context.set_offline(False)
    expect(page.locator("#full")).to_be_hidden()


def test_a_scan_whose_answer_was_lost_counts_once(running: RunningHub, chromium: Browser) -> None:
    page = _open_basket(running, chromium)
    lost = list[str]()

    def lose(route: Route) -> None:
        route.fetch()
        lost.append(route.request.method)
        route.abort()

    page.route("**/basket/*?lang=*", lose, times=1)
    _type(page, POSTCARD)

    expect(page.locator("#lines .pieces")).to_have_text("1")
    expect(page.locator("#waiting")).to_be_hidden()
    assert lost == ["POST"]
    assert _list_lines(running) == ({POSTCARD: 1}, 1)


def test_what_waits_outlasts_the_page_and_goes_with_whoever_signs_out(running: RunningHub, chromium: Browser) -> None:
    open_doors(running)
    page = _open_basket(running, chromium)
    page.context.set_offline(True)
    _type(page, POSTCARD)
    expect(page.locator("#waiting li")).to_have_count(1)
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(f"{running.url}/basket/{STORE}")
    expect(page.locator("#lines")).to_contain_text("Postkarte")

    page.context.set_offline(True)
    _type(page, CUP)
    expect(page.locator("#waiting li")).to_have_count(1)
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(f"{running.url}/sign-in/{STORE}")

    assert page.evaluate("Object.keys(localStorage)") == []
    page.goto(f"{running.url}/basket/{STORE}")
    expect(page.locator("#waiting")).to_be_hidden()
    assert _list_lines(running) == ({POSTCARD: 1}, 1)


def test_an_open_page_says_at_once_that_a_price_rose_and_that_an_article_is_sold_no_more(
    running: RunningHub, chromium: Browser
) -> None:
    page = _open_basket(running, chromium)
    _type(page, POSTCARD)
    expect(page.get_by_text("Alles bereit.")).to_be_visible()
    row = {"code": POSTCARD, "title": "Postcard", "title_de": "Postkarte", "vat": "full"}
    _change(running, {**row, "price": "1.80"})

    expect(page.get_by_text("Kostet jetzt mehr: vorher 1,50")).to_be_visible()
    page.get_by_role("button", name="Neue Preise sind in Ordnung").click()
    expect(page.get_by_text("Alles bereit.")).to_be_visible()
    _change(running, {**row, "price": "1.80", "sold": "no"})

    expect(page.get_by_text("Wird nicht mehr verkauft")).to_be_visible()
    page.get_by_role("button", name="herausnehmen").click()
    expect(page.get_by_text("Noch liegt nichts darin.")).to_be_visible()


def test_what_one_phone_took_out_the_other_cannot_add_to_and_is_told_so(running: RunningHub, chromium: Browser) -> None:
    page = _open_basket(running, chromium)
    _type(page, POSTCARD)
    expect(page.locator("#lines .pieces")).to_have_text("1")
    page.context.set_offline(True)
    page.get_by_role("button", name="Postkarte: noch ein Stück").click()
    expect(page.locator("#waiting li")).to_have_text(["Postkarte: noch ein Stück"])
    phone = chromium.new_context(locale="de-DE")
    phone.add_cookies(page.context.cookies())  # type: ignore[arg-type] # it takes what it gives
    other = phone.new_page()
    other.set_default_timeout(DEADLINE_MS)
    other.goto(f"{running.url}/basket/{STORE}")
    other.get_by_role("button", name="Postkarte herausnehmen").click()
    expect(other.get_by_text("Noch liegt nichts darin.")).to_be_visible()
    page.context.set_offline(False)

    expect(page.locator("#refused li")).to_contain_text("Postkarte: noch ein Stück: ")
    assert _list_lines(running)[0] == {}


def test_an_open_page_leads_to_the_payment_that_another_phone_begins_once_what_was_refused_is_read(
    running: RunningHub, chromium: Browser
) -> None:
    running.hub = replace(running.hub, provider=MoodyProvider())
    running.server.serve(running.hub)
    page = _open_basket(running, chromium)
    _type(page, POSTCARD)
    _type(page, NOBODYS)
    expect(page.locator("#refused li")).to_have_count(1)
    other = page.context.new_page()
    other.set_default_timeout(DEADLINE_MS)
    other.goto(f"{running.url}/basket/{STORE}")
    other.locator("form[action*='/pay'] button").click()
    expect(other).to_have_url(re.compile("/pay/"))
    expect(page.locator("#refused li")).to_have_count(1)
    page.get_by_role("button", name="Verstanden").click()

    expect(page).to_have_url(re.compile("/pay/"))


def test_an_open_page_shows_what_another_phone_of_hers_changed(running: RunningHub, chromium: Browser) -> None:
    page = _open_basket(running, chromium)
    other = page.context.new_page()
    other.goto(f"{running.url}/basket/{STORE}")
    _type(other, POSTCARD)

    expect(page.locator("#lines")).to_contain_text("Postkarte")
    page.get_by_role("button", name="Postkarte: noch ein Stück").click()
    expect(other.locator("#lines .pieces")).to_have_text("2")
