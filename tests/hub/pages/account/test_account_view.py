import pytest
import requests

from kiosk.hub.text.joining_words import GERMAN
from tests.hub.accounts import ADDRESS, Pigeonhole, join, open_doors, press
from tests.hub.running import DEADLINE_S, RunningHub


@pytest.fixture
def post(running: RunningHub) -> Pigeonhole:
    return open_doors(running)


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        (
            "de",
            (
                "Ihr Konto",
                GERMAN.signed_in.format(address=ADDRESS),
                "Noch nichts.",
                "Was Sie erlauben",
                "Karte hinzufügen",
            ),
        ),
        ("en", ("Your account", f"Signed in as {ADDRESS}", "Nothing yet.", "What you allow", "Add a card")),
    ],
)
def test_the_page_speaks_her_language(
    running: RunningHub, browser: requests.Session, post: Pigeonhole, language: str, phrases: tuple[str, ...]
) -> None:
    join(running, browser, post)
    page = browser.get(f"{running.url}/account?lang={language}", timeout=DEADLINE_S)

    assert [phrase for phrase in (f'<html lang="{language}">', *phrases) if phrase not in page.text] == []
    assert "<script" not in page.text


def test_what_she_kept_last_stands_first_with_its_price_and_day(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    for name, offer in (("1", "o-mug"), ("2", "o-lamp")):
        running.open_claim(browser, id=name, offer=offer)
        running.open_claim(browser, id=name, offer=offer)
    page = join(running, browser, post)

    assert page.text.index("Pilzleuchte") < page.text.index("Steinzeugbecher")
    assert [text for text in ("119,00", "22. November 2026", "lamp-portrait") if text not in page.text] == []


def test_a_beacon_is_offered_once_she_allows_to_be_recognised_and_only_where_the_hub_has_the_key(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    page = join(running, browser, post)
    assert "Dafür muss „Im Laden erkannt werden“ an sein." in page.text
    page = press(browser, page, "/account/consents", purpose="proximity", on="true")
    assert "Kennung anlegen" in page.text

    open_doors(running, store_key=None)
    assert "Ihr Beacon" not in browser.get(page.url, timeout=DEADLINE_S).text
