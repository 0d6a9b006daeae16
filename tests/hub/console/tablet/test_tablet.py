from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.console.words import choose_console_words
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.people.deed import Deed
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk
from tests.hub.console.members.test_calls import call
from tests.hub.console.tablet.customers import TABLET, ask, meet
from tests.hub.counter import Shopper


def _tap(clerk: Clerk, card: str) -> None:
    hub = clerk.running.hub
    with hub.database.write() as session:
        tap = Tap(f"b-{card}", "f", "uid", card * 64, hub.now(), "de", FIRST_SCREEN)
        keep_offer(hub, session, session.get_one(Offer, "o-lamp"), tap)


def _wait(clerk: Clerk) -> str:
    return clerk.fill_in(TABLET, {"screen": FIRST_SCREEN}, f"{TABLET}/card").text


def _count_asked(clerk: Clerk, path: str) -> int:
    """How often it is on record that somebody was asked by her card, once the page was opened."""
    clerk.open(path)
    with clerk.running.hub.database.read() as session:
        deeds = session.scalars(select(Deed).where(Deed.what == f"GET {TABLET}", Deed.store_id == STORE)).all()
    return [deed.person for deed in deeds].count("sam")


def test_it_says_who_wants_advice_and_who_takes_a_call_there_stays_there(sam: Clerk) -> None:
    call(sam)
    page = sam.fill_in(TABLET, {"back": TABLET}, f"/console/calls/{FIRST_SCREEN}/take")

    assert page.url == f"{sam.running.url}{TABLET}?said=call_taken"
    assert "sam geht hin" in page.text
    assert "Becher" in sam.open(f"{TABLET}/live").text


def test_whom_somebody_advises_stands_there_without_a_word_of_her(sam: Clerk, mara: Clerk, anna: Shopper) -> None:
    ask(sam, anna.show_code())
    asked = sam.open(f"{TABLET}/live").text
    anna.answer("kept")
    seen, hers = sam.open(TABLET).text, mara.open(TABLET).text

    assert "Wartet auf die Zustimmung, bis 10:02" in asked
    assert "Einblick offen bis 10:15" in seen
    assert "Steinzeugbecher" not in seen
    assert "Jetzt bei Ihnen" not in hers


def test_a_card_at_the_screen_leads_on_while_the_page_stands_open(sam: Clerk) -> None:
    assert f"Warten auf eine Karte an {FIRST_SCREEN}" in _wait(sam)
    still = sam.open(f"{TABLET}/live")
    _tap(sam, "c")
    led = sam.open(f"{TABLET}/live")
    page = sam.open(led.headers["HX-Redirect"]).text

    assert (still.status_code, led.status_code) == (200, 204)
    assert ("Das Handy fragt" in page, "Pilzleuchte" in page) == (True, False)


@pytest.mark.parametrize("path", [TABLET, f"{TABLET}/live"])
def test_whom_a_card_asks_is_asked_on_record_and_once(sam: Clerk, path: str) -> None:
    _wait(sam)
    counts = [_count_asked(sam, path)]
    _tap(sam, "c")
    counts += [_count_asked(sam, path) for _ in range(2)]

    assert counts == [0, 1, 1]
    assert f"GET {TABLET}" in choose_console_words("de")["deed_kinds"]


def test_without_a_script_a_card_leads_on_once_the_page_is_loaded_again(sam: Clerk) -> None:
    refresh = '<noscript><meta http-equiv="refresh" content="5;url=/console/tablet">'
    renews = [refresh in page for page in (sam.open(TABLET).text, _wait(sam))]
    _tap(sam, "c")

    assert renews == [False, True]
    assert "Das Handy fragt" in sam.open(TABLET).text


def test_several_cards_are_said_to_be_too_many(sam: Clerk) -> None:
    _wait(sam)
    for card in "cd":
        _tap(sam, card)
    page = sam.open(TABLET).text

    assert ("Da waren gerade mehrere Karten." in page, "Warten auf eine Karte" in page) == (True, False)


def test_nobody_waits_for_ever(sam: Clerk) -> None:
    _wait(sam)
    sam.running.dial.turn(timedelta(minutes=2))

    assert "Warten auf eine Karte" not in sam.open(TABLET).text


def test_what_is_over_stands_there_no_more(sam: Clerk, anna: Shopper) -> None:
    meet(sam, anna)
    anna.end()

    assert "Jetzt bei Ihnen" not in sam.open(TABLET).text
