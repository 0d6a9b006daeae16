from datetime import timedelta

from tests.hub.console.clerk import Clerk
from tests.hub.thread import keep_mug, list_thread, write

INBOX = "/console/inbox"


def test_whose_message_waits_stands_first_with_what_it_is_about(sam: Clerk) -> None:
    hub = sam.running.hub
    bookmark = keep_mug(hub)
    write(hub, bookmark, "Gibt es ihn in Blau?")
    page = sam.open(INBOX).text

    said = ("Wartet auf Antwort", "Steinzeugbecher", "Gibt es ihn in Blau?", "heute, 10:00 · gesendet")
    assert [text for text in said if text not in page.replace("zugestellt", "gesendet")] == []
    assert list_thread(hub, bookmark)[-1].delivered_at == hub.now()


def test_who_was_answered_stands_below(sam: Clerk) -> None:
    bookmark = keep_mug(sam.running.hub)
    write(sam.running.hub, bookmark, "Blau?")
    sam.running.dial.turn(timedelta(minutes=1))
    sam.fill_in(f"{INBOX}/{bookmark.conversation_id}", {"text": "Ja"})
    page = sam.open(f"{INBOX}/live").text

    assert "Alles beantwortet." in page
    assert "heute, 10:00 · beantwortet" in page


def test_who_wrote_nothing_waits_for_nothing(sam: Clerk) -> None:
    keep_mug(sam.running.hub)

    assert "Noch hat niemand geschrieben." in sam.open(INBOX).text


def test_another_store_reads_none_of_it(sam: Clerk, otto: Clerk) -> None:
    write(sam.running.hub, keep_mug(sam.running.hub), "Blau?")

    assert "Blau?" not in otto.open(INBOX).text


def test_without_a_script_the_page_renews_itself(sam: Clerk) -> None:
    page = sam.open(INBOX).text

    assert f'<noscript><meta http-equiv="refresh" content="10;url={INBOX}/live?seen=' in page
