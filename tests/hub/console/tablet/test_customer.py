import pytest
from sqlalchemy import select

from kiosk.hub.console.words import choose_console_words
from kiosk.hub.context import Hub
from kiosk.hub.models.people.deed import Deed
from tests.hub.console.clerk import Clerk
from tests.hub.console.tablet.customers import TABLET, ask, meet
from tests.hub.counter import Shopper


def _list_deeds(hub: Hub) -> list[tuple[str, str]]:
    with hub.database.read() as session:
        return [(deed.person, deed.what) for deed in session.scalars(select(Deed).order_by(Deed.id))]


def test_her_answer_leads_on_from_the_waiting(sam: Clerk, anna: Shopper) -> None:
    waiting = ask(sam, anna.show_code())
    root = waiting.url.removeprefix(sam.running.url)
    still = sam.open(f"{root}/live/status?from=waiting")
    anna.answer("wishes")
    led = sam.open(f"{root}/live/status?from=waiting")

    assert (still.status_code, led.status_code) == (200, 204)
    assert led.headers["HX-Redirect"] == f"{root}/see/wishes"
    assert sam.open(root).url.endswith("/see/wishes")
    assert 'content="4"' in waiting.text


def test_who_shares_nothing_can_still_be_given_something(sam: Clerk, anna: Shopper) -> None:
    ask(sam, anna.show_code())
    anna.answer()
    root = sam.open(TABLET).text.partition('href="/console/tablet/customers/')[2].partition('"')[0]

    assert sam.open(f"{TABLET}/customers/{root}").url.endswith("/coupon")


@pytest.mark.parametrize("part", ["conversation", "status"])
def test_a_page_that_stands_open_is_led_away_at_the_end(sam: Clerk, anna: Shopper, part: str) -> None:
    root = meet(sam, anna)
    before = sam.open(f"{root}/live/{part}")
    anna.end()
    after = sam.open(f"{root}/live/{part}")

    assert before.status_code == 200
    assert (after.status_code, after.text) == (204, "")
    assert after.headers["HX-Redirect"] == f"{TABLET}?said=handshake_over"


def test_the_staff_can_end_it_too_and_twice_does_no_harm(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna)
    first = sam.fill_in(f"{root}/see/kept", {}, f"{root}/end")
    again = sam.fill_in(TABLET, {}, f"{root}/end")

    assert "Es ist nichts mehr zu sehen." in first.text
    assert again.status_code == 410
    assert "sam sieht gerade" not in anna.open().text


def test_every_look_is_on_her_record_also_that_of_a_page_that_only_stands_open(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna)
    sam.open(f"{root}/see/kept")
    sam.open(f"{root}/live/wishes")
    record = anna.open("/looks").text

    looked = ("Angesehen: Gemerkte Angebote", "Angesehen: Wunschliste und Größen")
    assert [record.count(text) for text in looked] == [1, 1]
    assert "Angesehen: Ihr Gespräch" not in record


def test_each_look_is_on_the_stores_record_too_and_says_nothing_of_her(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna)
    before = _list_deeds(sam.running.hub)
    for part in ("see/kept", "live/kept", "live/wishes", "live/wishes", "live/status"):
        sam.open(f"{root}/{part}")
    anna.end()
    sam.open(f"{root}/see/conversation")

    kind = "GET /console/tablet/customers/{handshake_id}/see/{part}"
    assert _list_deeds(sam.running.hub)[len(before) :] == [("sam", kind)] * 2
    assert kind in choose_console_words("de")["deed_kinds"]


def test_a_part_that_there_is_not_is_none(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna)

    assert sam.open(f"{root}/see/password").status_code == 400
