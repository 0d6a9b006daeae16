import pytest
import requests

from kiosk.hub.models.members.card_window import LIFETIME
from tests.hub.accounts import Pigeonhole, join, open_doors, press
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark

CARD = {"kind": "uid", "value": "c" * 64}


@pytest.fixture
def window(running: RunningHub, browser: requests.Session) -> requests.Response:
    """The page of a window that was just opened."""
    post: Pigeonhole = open_doors(running)
    return press(browser, join(running, browser, post), "/account/card")


def _tap(running: RunningHub, offer: str) -> requests.Response:
    tapped_at = running.dial.time.isoformat()
    return running.keep(make_bookmark(id=f"b-{offer}", offer=offer, credential=CARD, tapped_at=tapped_at))


def _press_done(browser: requests.Session, page: requests.Response) -> requests.Response:
    return press(browser, page, "/account/card/done")


def test_two_taps_at_a_screen_make_a_card_hers(
    running: RunningHub, browser: requests.Session, window: requests.Response
) -> None:
    assert "warten Sie das nächste Angebot ab" in window.text
    assert "Noch keine neue Karte gesehen." in _press_done(browser, window).text
    _tap(running, "o-mug")
    assert "Einmal gesehen." in _press_done(browser, window).text
    _tap(running, "o-lamp")
    assert "Ihre Karte ist hinterlegt." in _press_done(browser, window).text

    account = browser.get(f"{running.url}/account", timeout=DEADLINE_S)
    assert "Hinterlegt: 1," in account.text
    assert ("Steinzeugbecher" in account.text, "Pilzleuchte" in account.text) == (True, True)


def test_what_the_card_keeps_from_then_on_comes_to_her(
    running: RunningHub, browser: requests.Session, window: requests.Response
) -> None:
    for offer in ("o-mug", "o-lamp"):
        _tap(running, offer)
    _press_done(browser, window)
    answer = _tap(running, "o-watch").json()

    assert answer["member"] == "known"
    assert "Uhr Cognac" in browser.get(f"{running.url}/account", timeout=DEADLINE_S).text
    assert browser.get(running.find_page(answer["claim_url"]), timeout=DEADLINE_S).status_code == 200


def test_a_window_that_closed_by_itself_is_opened_anew(
    running: RunningHub, browser: requests.Session, window: requests.Response
) -> None:
    for offer in ("o-mug", "o-lamp"):
        _tap(running, offer)
    running.dial.turn(LIFETIME)
    over = _press_done(browser, window)

    assert "Die fünf Minuten sind um." in over.text
    assert 'action="/account/card?' in over.text
    assert "Die fünf Minuten sind um." in browser.get(f"{running.url}/account/card", timeout=DEADLINE_S).text
