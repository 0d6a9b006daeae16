"""The console in a real Chromium: by mouse and by keyboard, narrow and wide, light and dark."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from kiosk.hub.domain.report.telling import tell_weeks
from kiosk.hub.models.catalogue.picture import Picture
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem
from kiosk.hub.models.screens.screen_state import note_call, note_status
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.doubles.axe import list_violations
from tests.doubles.chromium import sticks_out
from tests.hub.console.browsing import open_page, sign_in
from tests.hub.console.few_themes import PALE
from tests.hub.running import RunningHub

_PAGES = (
    *("sign-in", "password", "screens", "calls", "inbox", "offers", "offers?archived=1", "offers/new", "offers/o-mug"),
    *("offers/o-mug?count=1", "offers/o-mug/why", "offers/o-mug/pictures", "articles", "articles/04012345000016"),
    *("groups", "themes", "themes/stall", "loop", "loop/p-vase", "loop/p-film"),
    *("labels", "door", "notice", "mails", "reports", "reports/journeys", "campaigns"),
    *("reports/deeds", "nowhere"),
)
_FAULTS = [{"part": "nfc", "code": "reader_gone", "since": "2026-11-22T08:40:00Z"}]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_every_page_is_fit_for_everybody_and_nothing_sticks_out(
    chromium: Browser, running: RunningHub, width: int, scheme: Literal["light", "dark"]
) -> None:
    with running.hub.database.write() as session:
        note_status(session, STORE, FIRST_SCREEN, {"scene": "attract", "faults": _FAULTS}, running.hub.now())
        note_call(session, STORE, FIRST_SCREEN, {"language": "en", "title": {"de": "Becher"}}, running.hub.now())
        session.add(Picture(name="loop.film.mp4", sha256="0" * 64, bytes=1))
        session.flush()
        session.add(PlaylistItem(id="p-film", store_id=STORE, place=9, kind="video", media_name="loop.film.mp4"))
    tell_weeks(running.hub)
    page = open_page(chromium, running, viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    sign_in(page)

    for path in _PAGES:
        page.goto(f"/console/{path}")
        assert list_violations(page) == [], path
        assert not sticks_out(page), path
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_quiet_button_has_the_edge_of_its_text_and_no_head_of_a_table_is_tiny(
    chromium: Browser, running: RunningHub, scheme: Literal["light", "dark"]
) -> None:
    page = open_page(chromium, running, viewport={"width": 360, "height": 800}, color_scheme=scheme)
    sign_in(page)
    page.goto("/console/reports/journeys")
    edge = "one => [getComputedStyle(one).borderTopColor, getComputedStyle(one).color]"
    colours = page.get_by_role("button", name="Anzeigen").evaluate(edge)
    sizes = page.locator("thead th").evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")

    assert colours[0] == colours[1]
    assert min(sizes) >= 13
    page.context.close()


def test_preview_and_evidence_follow_the_typing(page: Page) -> None:
    page.goto("/console/offers/o-mug")
    page.get_by_label("Titel auf Deutsch").fill("Lieblingsbecher")
    page.get_by_label("Preis in EUR").fill("19,90")

    expect(page.locator("#preview .landscape img")).to_have_attribute("alt", re.compile("Lieblingsbecher.*19,90"))
    expect(page.locator("#evidence")).to_contain_text("Nachlass gegenüber 22,90")
    expect(page.get_by_label("Titel auf Deutsch")).to_have_value("Lieblingsbecher")
    page.get_by_role("button", name="Speichern").click()

    expect(page.get_by_role("status").first).to_contain_text("Gespeichert.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lieblingsbecher")


def test_whom_an_offer_reaches_is_counted_once_its_page_stands_and_the_preview_stays(page: Page) -> None:
    page.goto("/console/offers/o-mug")

    expect(page.locator("#reach")).to_contain_text("Noch dürfen Bildschirme weniger")
    expect(page.locator("#preview .landscape img")).to_have_attribute("alt", re.compile("Steinzeugbecher"))


def test_a_condition_is_written_by_keyboard_alone(page: Page) -> None:
    page.goto("/console/offers/o-mug")
    value = page.get_by_label("Wie viel, welche, wann").first
    page.get_by_label("Gruppe").first.focus()
    for key in ("Tab", "ArrowDown", "Tab", "4"):
        page.keyboard.press(key)
    expect(value).to_have_value("4")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Gespeichert.")).to_be_visible()
    expect(page.get_by_label("Wonach").first).to_have_value("visits")


@pytest.mark.parametrize("path", ["notice", "offers/o-mug", "themes/stall"])
def test_on_a_phone_the_preview_stands_above_what_sends_it(chromium: Browser, running: RunningHub, path: str) -> None:
    page = open_page(chromium, running, viewport={"width": 360, "height": 800})
    sign_in(page)
    page.goto(f"/console/{path}")
    preview, button = (page.locator(one).bounding_box() for one in (".preview", ".desk .actions"))

    assert preview is not None
    assert button is not None
    assert preview["y"] + preview["height"] <= button["y"]
    page.context.close()


def test_a_long_notice_is_seen_as_it_is_set_before_it_is_sent(page: Page) -> None:
    page.goto("/console/notice")
    page.get_by_label("Text auf Deutsch").fill("Der Laden schließt.\n\n" + "Bitte gehen Sie ruhig hinaus. " * 60)

    expect(page.locator("#preview .portrait img")).to_have_attribute("src", re.compile("/console/drawings/"))
    page.get_by_role("button", name="An alle Bildschirme senden").click()
    expect(page.locator(".complaint")).to_have_count(0)
    expect(page.locator(".hanging img").first).to_have_attribute("alt", re.compile("Der Laden schließt"))


def test_an_offer_is_made_by_keyboard_alone(page: Page) -> None:
    page.goto("/console/offers/new")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Schale")
    expect(page.get_by_label("Titel auf Deutsch")).to_have_value("Schale")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Angelegt.")).to_be_visible()


def test_the_search_narrows_while_it_is_typed_and_back_brings_all(page: Page) -> None:
    page.goto("/console/offers")
    page.get_by_role("searchbox").fill("becher")

    expect(page.locator("#offers li")).to_have_count(1)
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.goto("/console/offers")
    expect(page.locator("#offers li")).not_to_have_count(1)


def test_a_page_that_stands_open_tells_a_fault_by_itself_and_keeps_what_is_opened(
    page: Page, running: RunningHub
) -> None:
    page.goto("/console/screens")
    page.get_by_text("Bildschirm abmelden").first.click()
    with running.hub.database.write() as session:
        note_status(session, STORE, FIRST_SCREEN, {"scene": "attract", "faults": _FAULTS}, running.hub.now())

    expect(page.get_by_text("Das Kartenlesegerät antwortet nicht")).to_be_visible()
    expect(page.get_by_role("button", name="Ja, abmelden").first).to_be_visible()


def test_a_call_comes_up_by_itself_and_goes_to_who_takes_it(page: Page, running: RunningHub) -> None:
    page.goto("/console/calls")
    expect(page.get_by_text("Gerade ruft niemand.")).to_be_visible()
    with running.hub.database.write() as session:
        note_call(session, STORE, FIRST_SCREEN, {"language": "en", "title": {"de": "Becher"}}, running.hub.now())
    page.get_by_role("button", name="Ich gehe hin").click()

    expect(page.get_by_text("mara geht hin")).to_be_visible()


def test_without_a_script_everything_works_as_well(chromium: Browser, running: RunningHub) -> None:
    page = open_page(chromium, running, java_script_enabled=False)
    sign_in(page)
    page.goto("/console/offers")
    page.get_by_role("searchbox").fill("becher")
    page.get_by_role("button", name="Finden").click()
    page.get_by_role("link", name="Steinzeugbecher").click()
    page.get_by_label("Preis in EUR").fill("19,90")
    page.get_by_role("button", name="Vorschau erneuern").click()
    expect(page.locator("#evidence")).to_contain_text("Nachlass gegenüber 22,90")
    page.get_by_role("button", name="Speichern").click()

    expect(page.get_by_text("Gespeichert.")).to_be_visible()
    page.context.close()


def test_what_a_page_shows_is_gone_once_the_sign_in_ended_though_the_hub_is_out_of_reach(
    chromium: Browser, running: RunningHub
) -> None:
    page = open_page(chromium, running)
    page.clock.install()
    sign_in(page)
    page.goto("/console/members")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.clock.fast_forward("29:59")
    before = page.get_by_role("heading", level=1).count()
    page.context.set_offline(True)
    page.clock.fast_forward("00:02")

    expect(page.get_by_role("heading", level=1, name="Mitglieder")).to_have_count(0)
    assert before == 1
    page.context.close()


def test_who_signed_out_finds_nothing_behind_the_button_that_leads_back(page: Page) -> None:
    page.goto("/console/members")
    page.get_by_role("button", name="Abmelden").click()
    expect(page.get_by_label("Passwort")).to_be_visible()
    page.go_back()

    expect(page.get_by_label("Passwort")).to_be_visible()
    expect(page.get_by_role("heading", level=1, name="Mitglieder")).to_have_count(0)


def test_what_a_colleague_typed_runs_in_nobodys_browser(page: Page) -> None:
    hostile = "<img src=x onerror=\"document.title='taken'\">"
    page.goto("/console/offers/o-mug")
    page.get_by_label("Titel auf Deutsch").fill(hostile)
    expect(page.locator("#preview .landscape img")).to_have_attribute("alt", re.compile(re.escape(hostile)))
    page.get_by_role("button", name="Speichern").click()
    page.goto("/console/offers")

    expect(page.get_by_text(hostile)).to_be_visible()
    assert "taken" not in page.title()


def test_a_warning_comes_while_a_theme_is_adjusted_and_goes_with_its_cause(page: Page) -> None:
    page.goto("/console/themes/stall")
    page.get_by_label("Preisschild").fill(PALE)
    expect(page.locator("#look")).to_contain_text("Der Preis auf seinem Schild: Der Kontrast ist 1,0")
    page.get_by_label("Preisschild").fill("#111111")

    expect(page.locator("#look")).to_contain_text("Alles ist gut zu lesen.")
    expect(page.get_by_role("img", name="Ein Angebot")).to_have_attribute("src", re.compile("option_tag=%23111111"))


def test_the_loop_is_put_in_order_by_dragging(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 1400})
    page.goto("/console/loop")
    items = page.locator(".loop li")
    items.nth(3).drag_to(items.nth(0), target_position={"x": 300, "y": 10})

    expect(page.get_by_text("Die Folge ist gespeichert.")).to_be_visible()
    expect(items.nth(0)).to_contain_text("Uhr Cognac")
