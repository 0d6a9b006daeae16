"""The phone's pages in a real Chromium: narrow and wide, light and dark, and without a script."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.hub.context import Hub
from kiosk.hub.legal import Legal
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS, STORE
from tests.doubles.axe import list_violations
from tests.doubles.chromium import DEADLINE_MS, open_chromium, sticks_out
from tests.hub.accounts import CARD_NUMBER, find_link, open_doors
from tests.hub.phone import know_phone
from tests.hub.running import RunningHub, make_bookmark

_LOOKS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 360), ("dark", 1440))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all these tests."""
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def hub(hub: Hub) -> Hub:
    """The hub of a store that names its own pages."""
    legal = Legal("https://shop.example/imprint", "https://shop.example/privacy")
    return replace(hub, settings=replace(hub.settings, legal=legal))


@pytest.fixture
def claim(running: RunningHub, seeded: Path) -> str:
    """The address of what a member kept who allowed everything."""
    key = parse_store_key((seeded / KEY_FILE).read_text())
    card = {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}
    return running.find_page(running.keep(make_bookmark(credential=card)).json()["claim_url"])


def _go(page: Page, step: str, running: RunningHub, claim: str) -> None:
    """To a page, by the way that leads there."""
    match step:
        case "the offer":
            page.goto(f"{running.url}/offers/o-mug")
        case "looked at":
            page.goto(claim)
        case "of a stranger":
            page.goto(f"{claim}/me")
        case "with the code":
            page.goto(claim)
            page.get_by_role("button", name="Code für die Kasse zeigen").click()
        case "with her benefits":
            page.goto(f"{claim}/benefits")
        case "of the member":
            know_phone(running, claim)
            page.get_by_role("link", name="Was Kleine Freude von Ihnen weiß").click()
        case "with her basket":
            page.goto(f"{running.url}/basket/{STORE}")
            page.get_by_label("Code auf der Ware").fill("4012345000146")
            page.get_by_role("button", name="Hineinlegen").click()
            page.get_by_role("button", name="Postkarte: noch ein Stück").click()
        case _:
            page.goto(f"{running.url}/c/nobody")


def test_every_page_is_fit_for_everybody_and_nothing_sticks_out(
    chromium: Browser, running: RunningHub, claim: str
) -> None:
    page = chromium.new_context(locale="de-DE").new_page()
    found: dict[str, list[str]] = {}
    for step in (
        "the offer",
        "looked at",
        "of a stranger",
        "with the code",
        "of the member",
        "with her benefits",
        "with her basket",
        "nowhere",
    ):
        _go(page, step, running, claim)
        for details in page.locator("summary").all():
            details.click()
        found[step] = _judge(page)
    page.context.close()

    assert {step: violations for step, violations in found.items() if violations} == {}


def test_a_consent_is_taken_back_with_a_tap_and_a_confirmation_and_no_script(
    chromium: Browser, running: RunningHub, claim: str
) -> None:
    page = chromium.new_context(locale="de-DE", java_script_enabled=False).new_page()
    page.set_default_timeout(DEADLINE_MS)
    for step in ("looked at", "with the code", "of the member"):
        _go(page, step, running, claim)
    consent = page.get_by_role("article").filter(has_text="Im Laden erkannt werden")
    confirm = consent.get_by_role("button", name="Ja, zurücknehmen")
    expect(confirm).to_be_hidden()

    consent.get_by_text("Zurücknehmen", exact=True).click()
    confirm.click()

    expect(consent).to_contain_text("Zurückgenommen am 22. November 2026")
    expect(confirm).to_have_count(0)
    page.context.close()


def test_the_way_to_an_account_and_its_pages_are_fit_for_everybody(
    chromium: Browser, running: RunningHub, claim: str
) -> None:
    post = open_doors(running)
    page = chromium.new_context(locale="de-DE").new_page()
    page.set_default_timeout(DEADLINE_MS)
    page.goto(claim)
    page.get_by_label("E-Mail-Adresse").fill("mara@example.com")
    found = {"for good": _judge(page)}
    page.get_by_role("button", name="Link schicken").click()
    found["sent"] = _judge(page)
    page.goto(find_link(running, post))
    found["link"] = _judge(page)
    page.get_by_role("button", name="Weiter").click()
    page.get_by_role("switch", name="Im Laden erkannt werden").click()
    expect(page.get_by_role("switch", checked=True)).to_have_count(1)
    found["account"] = _judge(page)
    page.get_by_role("button", name="Kennung anlegen").click()
    found["beacon"] = _judge(page)
    page.get_by_role("link", name="Zurück").click()
    page.get_by_role("button", name="Karte hinzufügen").click()
    page.get_by_role("button", name="Fertig").click()
    found["card"] = _judge(page)
    page.get_by_role("link", name="Zurück").click()
    page.get_by_role("link", name="Nummer einer Karte eingeben").click()
    found["number"] = _judge(page)
    page.get_by_label("Nummer der Karte").fill(CARD_NUMBER)
    page.get_by_role("button", name="Weiter").click()
    found["code"] = _judge(page)
    page.context.close()

    assert {step: violations for step, violations in found.items() if violations} == {}


def _judge(page: Page) -> list[str]:
    """What is wrong with it, narrow and light or wide and dark."""
    found: list[str] = []
    for scheme, width in _LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        is_wide = sticks_out(page)
        found += [f"{scheme}: {one}" for one in list_violations(page)] + [f"{width}: sticks out"] * is_wide
    return found
