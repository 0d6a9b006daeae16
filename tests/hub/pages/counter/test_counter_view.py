import re
from datetime import timedelta

import requests

from kiosk.hub.domain.handshake.meeting import Clerk, ask_by_code
from kiosk.hub.sample.shop import STORE
from tests.hub.counter import ALL, COUNTER, Shopper
from tests.hub.running import DEADLINE_S, RunningHub


def _ask(running: RunningHub, code: str) -> None:
    with running.hub.database.write() as session:
        ask_by_code(running.hub, session, STORE, Clerk("w_sam", "sam"), code)


def _read_renewal(page: requests.Response) -> int | None:
    """After how many seconds the page looks again without a script."""
    found = re.search(r'<noscript><meta http-equiv="refresh" content="(\d+)">', page.text)
    return int(found[1]) if found else None


def test_without_a_script_the_page_looks_again_but_never_while_she_chooses(running: RunningHub) -> None:
    with Shopper(running) as anna:
        renewals = [_read_renewal(anna.open())]
        code = anna.show_code()
        renewals.append(_read_renewal(anna.open()))
        _ask(running, code)
        renewals.append(_read_renewal(anna.open()))
        anna.answer(*ALL)
        renewals.append(_read_renewal(anna.open()))
        running.dial.turn(timedelta(minutes=14, seconds=58))
        renewals.append(_read_renewal(anna.open()))

    assert renewals == [None, 4, 121, 4, 3]


def test_the_page_speaks_her_language(running: RunningHub) -> None:
    with Shopper(running) as anna:
        anna.show_code()
        german, english = (
            anna.browser.get(f"{running.url}{COUNTER}?lang={language}", timeout=DEADLINE_S).text
            for language in ("de", "en")
        )

    assert ("Ihr Code" in german, "Er gilt bis 10:02, und nur einmal." in german) == (True, True)
    assert ("Your code" in english, "It is good until 10:02, and once." in english) == (True, True)


def test_no_copy_of_it_is_kept_on_the_way(running: RunningHub) -> None:
    with Shopper(running) as anna:
        headers = anna.open().headers

    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")


def test_all_parts_are_offered_and_what_she_switches_off_is_not_named_then(running: RunningHub) -> None:
    with Shopper(running) as anna:
        _ask(running, anna.show_code())
        offered = re.findall(r'name="share" value="(\w+)"', anna.open().text)
        seen = anna.answer("wishes").text

    assert tuple(offered) == ALL
    assert ("Wunschliste und Größen" in seen, "Gemerkte Angebote" in seen) == (True, False)
