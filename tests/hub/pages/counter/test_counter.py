import pytest
import requests

from kiosk.hub.domain.handshake.agreement import CODE_LIFE
from kiosk.hub.domain.handshake.meeting import Clerk, ask_by_code, find_own
from kiosk.hub.sample.shop import STORE
from tests.hub.accounts import press
from tests.hub.counter import ALL, COUNTER, Shopper
from tests.hub.phone import know_phone
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark

SAM = Clerk("w_sam", "sam")


def _ask(running: RunningHub, code: str) -> str:
    with running.hub.database.write() as session:
        return ask_by_code(running.hub, session, STORE, SAM, code).id


def _list_seen(running: RunningHub, handshake_id: str) -> list[str] | None:
    with running.hub.database.read() as session:
        found = find_own(running.hub, session, STORE, SAM.id, handshake_id)
        return found.shares if found and found.state == "confirmed" else None


def test_nobody_sees_anything_before_she_says_so_and_then_what_she_chose(running: RunningHub) -> None:
    with Shopper(running) as anna:
        handshake = _ask(running, anna.show_code())
        before, asked = _list_seen(running, handshake), anna.open().text
        anna.answer("kept", "wishes")

    assert (before, _list_seen(running, handshake)) == (None, ["kept", "wishes"])
    assert "sam bittet um Einblick" in asked


def test_she_ends_it_when_she_wants(running: RunningHub) -> None:
    with Shopper(running) as anna:
        handshake = _ask(running, anna.show_code())
        anna.answer(*ALL)
        assert "sam sieht gerade" in anna.open().text
        page = anna.end()

    assert _list_seen(running, handshake) is None
    assert "Code zeigen" in page.text


def test_she_may_refuse_and_an_answer_that_comes_late_lets_nobody_in(running: RunningHub) -> None:
    with Shopper(running) as anna:
        handshake = _ask(running, anna.show_code())
        question = anna.open()
        press(anna.browser, question, f"{COUNTER}/end")
        late = press(anna.browser, question, f"{COUNTER}/confirm", share="kept")

    assert late.status_code == 410
    assert _list_seen(running, handshake) is None


def test_a_code_lapses_and_another_one_is_shown(running: RunningHub) -> None:
    with Shopper(running) as anna:
        code = anna.show_code()
        running.dial.turn(CODE_LIFE)

        assert code not in anna.open().text
        assert anna.show_code() != code


def test_another_phone_of_hers_cannot_know_the_code_but_sees_who_asks(
    running: RunningHub, browser: requests.Session
) -> None:
    with Shopper(running) as anna:
        address = running.find_page(running.keep(make_bookmark(id="b-2", offer="o-lamp")).json()["claim_url"])
        for _ in range(2):
            browser.get(address, timeout=DEADLINE_S)
        know_phone(running, address)
        code = anna.show_code()
        before = browser.get(f"{running.url}{COUNTER}", timeout=DEADLINE_S).text
        _ask(running, code)
        after = browser.get(f"{running.url}{COUNTER}", timeout=DEADLINE_S).text

    assert ("Code zeigen" in before, 'class="figure"' in before) == (True, False)
    assert "sam bittet um Einblick" in after


def test_a_strangers_handshake_is_not_hers_to_answer(running: RunningHub, browser: requests.Session) -> None:
    with Shopper(running) as anna:
        handshake = _ask(running, anna.show_code())
        page = browser.get(f"{running.url}/offers/o-lamp", timeout=DEADLINE_S)
        press(browser, page, "/offers/o-lamp")
        other = browser.get(f"{running.url}{COUNTER}", timeout=DEADLINE_S)
        refused = [
            press(browser, other, COUNTER + path, handshake=handshake, share="kept") for path in ("/confirm", "/end")
        ]

    assert other.status_code == 200
    assert [answer.status_code for answer in refused] == [404, 404]
    assert _list_seen(running, handshake) is None


@pytest.mark.parametrize("share", ["", "password"])
def test_only_parts_that_there_are_can_be_shared(running: RunningHub, share: str) -> None:
    with Shopper(running) as anna:
        handshake = _ask(running, anna.show_code())
        anna.answer(share)

    assert not _list_seen(running, handshake)


def test_her_open_page_hears_at_once_that_somebody_asks(running: RunningHub) -> None:
    with Shopper(running) as anna:
        code = anna.show_code()
        stream = anna.browser.get(f"{running.url}{COUNTER}/stream", stream=True, timeout=DEADLINE_S)
        lines = stream.iter_lines(decode_unicode=True)
        opening = next(lines)
        _ask(running, code)
        told = next(line for line in lines if line.startswith("data:"))
        stream.close()

    assert opening.startswith("retry:")
    assert int(told.removeprefix("data: ")) > 0
