from datetime import timedelta

import pytest

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import LONGEST
from kiosk.hub.models.people.record_look import list_record_looks
from tests.hub.console.clerk import Clerk
from tests.hub.thread import keep_mug, list_thread, write


@pytest.fixture
def bookmark(sam: Clerk) -> Bookmark:
    """Of somebody who asked."""
    bookmark = keep_mug(sam.running.hub)
    write(sam.running.hub, bookmark, "Gibt es ihn in Blau?")
    return bookmark


def _address(bookmark: Bookmark) -> str:
    return f"/console/inbox/{bookmark.conversation_id}"


def test_an_answer_stands_in_the_conversation_once(sam: Clerk, bookmark: Bookmark) -> None:
    sam.open(_address(bookmark))
    sam.running.dial.turn(timedelta(minutes=1))
    page = sam.fill_in(_address(bookmark), {"text": "Ja, ", "nonce": "one"})
    sam.fill_in(_address(bookmark), {"text": "Ja, ", "nonce": "one"})
    thread = list_thread(sam.running.hub, bookmark)

    assert "Ihre Antwort ist unterwegs." in page.text
    assert [(message.text, message.entry) for message in thread[1:]] == [
        ("Gibt es ihn in Blau?", "web"),
        ("Ja,", "console"),
    ]
    assert thread[1].answered_at == sam.running.dial.time


def test_the_answer_goes_to_the_page_on_which_she_wrote_last(sam: Clerk, bookmark: Bookmark) -> None:
    keep_mug(sam.running.hub, "second")
    sam.fill_in(_address(bookmark), {"text": "Ja"})

    assert list_thread(sam.running.hub, bookmark)[-1].bookmark_id == bookmark.id


def test_to_open_it_is_to_read_it_and_to_leave_it_open_is_not(sam: Clerk, bookmark: Bookmark) -> None:
    live = sam.open(f"{_address(bookmark)}/live").text
    assert "Gibt es ihn in Blau?" in live
    assert list_thread(sam.running.hub, bookmark)[1].read_at is None

    sam.open(_address(bookmark))
    assert list_thread(sam.running.hub, bookmark)[1].read_at == sam.running.hub.now()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("  \n", "Schreiben Sie erst ein paar Worte."), ("ä" * (LONGEST + 1), "Bis zu 2000 Zeichen finden Platz.")],
)
def test_an_answer_that_cannot_be_sent_is_not_lost(sam: Clerk, bookmark: Bookmark, text: str, complaint: str) -> None:
    page = sam.fill_in(_address(bookmark), {"text": text})

    assert page.status_code == 400
    assert complaint in page.text
    assert text.strip() in page.text
    assert len(list_thread(sam.running.hub, bookmark)) == 2


def test_markup_stays_text(sam: Clerk, bookmark: Bookmark) -> None:
    write(sam.running.hub, bookmark, "<script>alert(1)</script>")

    assert "<script>alert" not in sam.open(_address(bookmark)).text


def test_another_stores_conversation_is_not_there(sam: Clerk, otto: Clerk, bookmark: Bookmark) -> None:
    answer = otto.fill_in("/console/inbox", {"text": "Ja", "nonce": "one"}, _address(bookmark))

    assert otto.open(_address(bookmark)).status_code == 404
    assert answer.status_code == 404
    assert len(list_thread(sam.running.hub, bookmark)) == 2


def test_that_somebody_read_it_and_for_how_long_is_on_the_members_record(sam: Clerk, bookmark: Bookmark) -> None:
    sam.open(_address(bookmark))
    for _ in range(2):
        sam.running.dial.turn(timedelta(seconds=20))
        sam.open(f"{_address(bookmark)}/live")
    with sam.running.hub.database.read() as session:
        looks = list_record_looks(session, [bookmark.member_key], 9)

    assert [(one.clerk, one.role, one.record) for one in looks] == [("sam", "staff", "conversation")]
    assert looks[0].until == sam.running.hub.now()
