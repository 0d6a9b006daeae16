"""A customer's phone and the staff's tablet, both in a real Chromium: from the code to the end, and with no script."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from kiosk.hub.models.screens.screen_state import note_call
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.doubles.axe import list_violations
from tests.doubles.chromium import DEADLINE_MS, open_chromium, sticks_out
from tests.hub.console.clerk import PASSWORD
from tests.hub.counter import COUNTER
from tests.hub.phone import know_phone
from tests.hub.running import RunningHub, make_bookmark

PHONE, TABLET = (360, 740), (1280, 800)
SHOWN = "/console/tablet"
_CAMERA = """
const formats = ["code_128", "data_matrix", "ean_13", "ean_8", "itf", "qr_code", "upc_a", "upc_e"];
window.BarcodeDetector = class {
  static async getSupportedFormats() { return formats; }
  async detect() { return [{ rawValue: %s }]; }
};
navigator.mediaDevices.getUserMedia = async () => {
  const canvas = document.createElement("canvas");
  setInterval(() => canvas.getContext("2d").fillRect(0, 0, 9, 9), 50);
  return canvas.captureStream();
};
"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all these tests."""
    with open_chromium() as browser:
        yield browser


def _open(chromium: Browser, running: RunningHub, size: tuple[int, int], *, script: bool = True) -> Page:
    context = chromium.new_context(
        base_url=running.url,
        locale="de-DE",
        viewport={"width": size[0], "height": size[1]},
        java_script_enabled=script,
        bypass_csp=True,
    )
    context.set_default_timeout(DEADLINE_MS)
    return context.new_page()


def _begin_phone(page: Page, running: RunningHub) -> None:
    """Keep a mug, and have the counter know the phone."""
    address = running.find_page(running.keep(make_bookmark()).json()["claim_url"])
    for _ in range(2):
        page.goto(address)
    know_phone(running, address)
    page.goto(COUNTER)


def _sign_in(page: Page) -> None:
    page.goto("/console/sign-in")
    page.get_by_label("Name").fill("sam")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    page.goto(SHOWN)


def _assert_fit(page: Page, *sizes: tuple[int, int]) -> None:
    """Nothing sticks out at these sizes, and at the last of them nothing is wrong for anybody."""
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        assert not sticks_out(page)
    assert list_violations(page) == []


def _ask_and_answer(phone: Page, tablet: Page) -> None:
    """She shows a code, is asked, and shows what she kept and what was said."""
    phone.get_by_role("button", name="Code zeigen").click()
    _assert_fit(phone, PHONE)
    tablet.get_by_label("Code vom Handy").fill(phone.locator(".figure").inner_text())
    tablet.get_by_role("button", name="Um Einblick bitten").click()
    expect(phone.get_by_role("heading", name="sam bittet um Einblick")).to_be_visible()
    _assert_fit(tablet, TABLET)
    _assert_fit(phone, PHONE)
    phone.get_by_label("Wunschliste und Größen").uncheck()
    phone.get_by_role("button", name="Für 15 Minuten zeigen").click()


def _look_around(tablet: Page) -> None:
    """See all that she shows, and put the mug aside."""
    _assert_fit(tablet, TABLET, PHONE)
    for part in ("Gespräch", "Coupon geben"):
        tablet.get_by_role("link", name=part).click()
        _assert_fit(tablet, TABLET)
    tablet.get_by_role("link", name="Gemerkt", exact=True).click()
    tablet.get_by_role("link", name=re.compile("Zurücklegen")).click()
    _assert_fit(tablet, TABLET, PHONE)
    tablet.get_by_role("button", name="Eintragen").click()


def test_from_the_code_to_the_end(chromium: Browser, running: RunningHub) -> None:
    phone, tablet = _open(chromium, running, PHONE), _open(chromium, running, TABLET)
    with running.hub.database.write() as session:
        note_call(session, STORE, FIRST_SCREEN, {"language": "en", "title": {"de": "Becher"}}, running.hub.now())
    _begin_phone(phone, running)
    _assert_fit(phone, PHONE)
    _sign_in(tablet)
    _assert_fit(tablet, PHONE, TABLET)
    _ask_and_answer(phone, tablet)

    expect(tablet.get_by_role("heading", name="Steinzeugbecher")).to_be_visible()
    expect(tablet.get_by_role("link", name="Wünsche")).to_have_count(0)
    expect(phone.get_by_text("Angesehen: Gemerkte Angebote")).to_be_visible()
    _look_around(tablet)
    expect(phone.get_by_text("Zurückgelegt bis")).to_be_visible()

    phone.get_by_role("button", name="Jetzt beenden").click()
    expect(tablet.get_by_text("Es ist nichts mehr zu sehen.")).to_be_visible()
    tablet.go_back()
    expect(tablet.get_by_role("heading", name="Hier ist nichts zu sehen")).to_be_visible()
    tablet.goto(f"{SHOWN}/orders")
    _assert_fit(tablet, TABLET, PHONE)
    phone.get_by_role("link", name="Wer was gesehen hat").click()
    _assert_fit(phone, PHONE)
    phone.context.close()
    tablet.context.close()


def test_without_a_script_it_goes_as_well(chromium: Browser, running: RunningHub) -> None:
    phone, tablet = (_open(chromium, running, size, script=False) for size in (PHONE, TABLET))
    _begin_phone(phone, running)
    phone.get_by_role("button", name="Code zeigen").click()
    _sign_in(tablet)
    tablet.get_by_label("Code vom Handy").fill(phone.locator(".figure").inner_text())
    tablet.get_by_role("button", name="Um Einblick bitten").click()
    phone.goto(COUNTER)
    phone.get_by_role("button", name="Für 15 Minuten zeigen").click()
    tablet.reload()
    expect(tablet.get_by_role("heading", name="Steinzeugbecher")).to_be_visible()
    tablet.get_by_role("button", name="Einblick beenden").click()

    expect(tablet.get_by_text("Es ist nichts mehr zu sehen.")).to_be_visible()
    phone.goto(COUNTER)
    expect(phone.get_by_role("button", name="Code zeigen")).to_be_visible()
    phone.context.close()
    tablet.context.close()


def test_a_scanned_code_is_in_its_field_and_in_no_address(chromium: Browser, running: RunningHub) -> None:
    tablet = _open(chromium, running, TABLET)
    _sign_in(tablet)
    tablet.goto(f"{running.url}{SHOWN}?lang=de#K7Q42MFX")

    expect(tablet.get_by_label("Code vom Handy")).to_have_value("K7Q42MFX")
    assert "K7Q42MFX" not in tablet.url
    tablet.context.close()


def test_a_tablet_with_a_camera_that_reads_codes_asks_at_once(chromium: Browser, running: RunningHub) -> None:
    phone, tablet = _open(chromium, running, PHONE), _open(chromium, running, TABLET)
    _begin_phone(phone, running)
    phone.get_by_role("button", name="Code zeigen").click()
    shown = f"{running.url}{SHOWN}#{phone.locator('.figure').inner_text()}"
    _sign_in(tablet)
    tablet.add_init_script(_CAMERA % json.dumps(shown))
    tablet.reload()
    tablet.get_by_role("button", name="Mit der Kamera scannen").click()

    expect(phone.get_by_role("heading", name="sam bittet um Einblick")).to_be_visible()
    phone.context.close()
    tablet.context.close()


@pytest.mark.parametrize("place", ["gate", "pickups"])
def test_where_no_camera_opens_the_code_is_typed(chromium: Browser, running: RunningHub, place: str) -> None:
    tablet = _open(chromium, running, TABLET)
    _sign_in(tablet)
    tablet.goto(f"{running.url}/console/tablet/{place}")
    tablet.get_by_role("button", name="Mit der Kamera scannen").click()

    expect(tablet.get_by_role("alert").filter(has_text="Kamera")).to_be_visible()
    expect(tablet.get_by_role("button", name="Mit der Kamera scannen")).to_be_visible()
    tablet.context.close()


def test_time_alone_ends_what_a_tablet_shows_that_cannot_reach_the_hub(chromium: Browser, running: RunningHub) -> None:
    phone, tablet = _open(chromium, running, PHONE), _open(chromium, running, TABLET)
    _begin_phone(phone, running)
    phone.get_by_role("button", name="Code zeigen").click()
    _sign_in(tablet)
    tablet.clock.install()
    tablet.get_by_label("Code vom Handy").fill(phone.locator(".figure").inner_text())
    tablet.get_by_role("button", name="Um Einblick bitten").click()
    phone.get_by_role("button", name="Für 15 Minuten zeigen").click()
    tablet.goto(tablet.url)
    expect(tablet.get_by_role("heading", name="Steinzeugbecher")).to_be_visible()
    tablet.context.set_offline(True)
    tablet.clock.fast_forward("15:02")

    expect(tablet.get_by_text("Steinzeugbecher")).to_have_count(0)
    phone.context.close()
    tablet.context.close()
