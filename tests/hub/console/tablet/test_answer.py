from sqlalchemy import func, select

from kiosk.hub.models.conversation.message import Message
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.console.tablet.customers import meet
from tests.hub.counter import Shopper


def _count(clerk: Clerk, text: str) -> int:
    with clerk.running.hub.database.read() as session:
        return session.scalar(select(func.count()).select_from(Message).where(Message.text == text)) or 0


def test_an_answer_is_said_once_however_often_it_is_sent(sam: Clerk, anna: Shopper) -> None:
    anna.write("Gibt es ihn in Blau?")
    root = meet(sam, anna)
    fields = {**read_fields(sam.open(f"{root}/see/conversation")), "text": "Ja, in Taubenblau."}
    pages = [sam.send(f"{root}/answer", fields) for _ in range(2)]

    assert "Ja, in Taubenblau." in pages[0].text
    assert _count(sam, "Ja, in Taubenblau.") == 1
    assert anna.open("/looks").text.count("Hat Ihnen geschrieben") == 1


def test_what_is_empty_says_nothing(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna)
    sam.fill_in(f"{root}/see/conversation", {"text": " \n"}, f"{root}/answer")

    assert _count(sam, "") == 0
    assert "Hat Ihnen geschrieben" not in anna.open("/looks").text


def test_who_does_not_see_the_conversation_says_nothing_in_it(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna, "kept")
    answer = sam.fill_in(f"{root}/see/kept", {"text": "Hallo"}, f"{root}/answer")

    assert (answer.status_code, _count(sam, "Hallo")) == (410, 0)
