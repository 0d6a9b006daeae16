"""The console in a real Chromium that is narrow: a tablet held upright, and a phone."""

from playwright.sync_api import Browser, Page, expect

from kiosk.hub.console.page import AREAS
from tests.doubles.axe import list_violations
from tests.hub.console.browsing import open_page, sign_in
from tests.hub.running import RunningHub


def test_on_a_tablet_all_areas_stand_in_one_line(page: Page) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    lines = page.locator("#areas a").evaluate_all("links => new Set(links.map(link => link.offsetTop)).size")

    assert lines == 1


def test_on_a_phone_no_figure_of_the_journeys_is_cut_off(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/console/reports/journeys")
    hidden = page.locator(".roll").evaluate_all("rolls => rolls.filter(roll => roll.scrollWidth > roll.clientWidth)")

    assert hidden == []
    expect(page.get_by_role("cell", name="€").first).to_be_visible()
    expect(page.get_by_role("rowheader", name="Herbstmail")).to_be_visible()


def test_on_a_phone_a_menu_shows_all_areas_at_once(chromium: Browser, running: RunningHub) -> None:
    page = open_page(chromium, running, viewport={"width": 360, "height": 800}, bypass_csp=True)
    sign_in(page)
    page.goto("/console/offers")
    menu, areas = page.get_by_role("button", name="Menü"), page.locator("#areas")
    expect(areas).to_be_hidden()

    menu.press("Enter")
    boxes = [link.bounding_box() for link in areas.get_by_role("link").all()]
    assert len(boxes) == len(AREAS)
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] >= 44 for box in boxes)
    assert list_violations(page) == []

    page.keyboard.press("Escape")
    expect(areas).to_be_hidden()
    menu.click()
    areas.get_by_role("link", name="Bildschirme").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bildschirme")
    page.context.close()
