from datetime import timedelta

from kiosk.hub.models.screens.screen_state import CALLED, note_call
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk

CALLS = "/console/calls"
TAKE = f"{CALLS}/{FIRST_SCREEN}/take"


def call(clerk: Clerk, screen: str = FIRST_SCREEN, ago: timedelta = timedelta(0)) -> None:
    """Somebody at this screen wanted advice so long ago."""
    called_for = {"language": "en", "title": {"de": "Becher"}}
    with clerk.running.hub.database.write() as session:
        note_call(session, STORE, screen, called_for, clerk.running.hub.now() - ago)


def test_open_calls_say_where_what_and_since_when_the_longest_waiting_first(sam: Clerk) -> None:
    call(sam)
    call(sam, "window-2", timedelta(minutes=4))
    page = sam.open(CALLS).text

    said = ("Becher", "spricht Englisch", "hat gerade gerufen", "wartet seit 4 Min.", "Ich gehe hin")
    assert [text for text in said if text not in page] == []
    assert page.index("<h2>window-2") < page.index(f"<h2>{FIRST_SCREEN}")


def test_one_of_the_staff_takes_a_call_and_all_see_who(sam: Clerk, mara: Clerk) -> None:
    call(sam)
    page = sam.fill_in(CALLS, {}, TAKE)

    assert "Alle sehen, dass Sie hingehen." in page.text
    assert "sam geht hin" in mara.open(f"{CALLS}/live").text
    assert "Hier wird um Beratung gebeten" not in mara.open("/console/screens").text


def test_who_comes_second_or_to_a_call_that_is_over_is_told(sam: Clerk, mara: Clerk) -> None:
    call(sam, ago=timedelta(minutes=2))
    sam.fill_in(CALLS, {}, TAKE)
    late = [
        mara.fill_in(CALLS, {"mark": _read_mark(sam, timedelta(minutes=2))}, TAKE),
        mara.fill_in(CALLS, {"mark": "2026-11-22T08:00:00+00:00"}, TAKE),
        mara.fill_in(CALLS, {}, f"{CALLS}/window-9/take"),
    ]

    assert ["Da geht schon jemand hin" in page.text for page in late] == [True, True, True]
    assert "sam geht hin" in late[0].text


def test_after_a_while_a_call_goes_and_a_new_one_is_open_again(sam: Clerk) -> None:
    call(sam, ago=CALLED + timedelta(seconds=1))
    assert "Gerade ruft niemand." in sam.open(CALLS).text

    call(sam)
    sam.fill_in(CALLS, {}, TAKE)
    sam.running.dial.turn(timedelta(minutes=1))
    call(sam)
    assert "Ich gehe hin" in sam.open(CALLS).text


def test_without_a_script_the_page_renews_itself(sam: Clerk) -> None:
    assert f'<noscript><meta http-equiv="refresh" content="10;url={CALLS}/live"></noscript>' in sam.open(CALLS).text


def test_another_store_hears_nothing_of_it(sam: Clerk, otto: Clerk) -> None:
    call(sam)
    assert "Becher" not in otto.open(CALLS).text

    otto.fill_in(CALLS, {"mark": _read_mark(sam)}, TAKE)
    assert "Ich gehe hin" in sam.open(CALLS).text


def _read_mark(clerk: Clerk, ago: timedelta = timedelta(0)) -> str:
    return (clerk.running.hub.now() - ago).isoformat()
