from datetime import timedelta

import pytest

from kiosk.hub.domain.chatwoot.courier import Courier
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.errand import list_errands
from kiosk.hub.models.conversation.message import MEMBER, Message, note_read
from kiosk.hub.text.message_words import GERMAN
from tests.doubles.chatwoot import PAGE, PretendChatwoot
from tests.hub.domain.chatwoot.bell import ring
from tests.hub.running import Dial
from tests.hub.thread import list_thread, write


@pytest.fixture
def number(desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot) -> int:
    """She wrote, and that stands there: in the conversation of this number."""
    write(desk.hub, bookmark, "Blau?")
    courier.run()
    (number,) = chatwoot.conversations
    return number


def _list(desk: Desk, bookmark: Bookmark) -> list[str]:
    return [message.text for message in list_thread(desk.hub, bookmark)][2:]


def test_an_answer_is_heard_once_and_brought_to_her_as_any_other(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, number: int
) -> None:
    chatwoot.say(number, "Ja, in Blau")
    for _ in range(2):
        ring(desk, bookmark, 0)
        courier.run()

    question, answer = list_thread(desk.hub, bookmark)[1:]
    assert (answer.text, answer.entry, answer.author) == ("Ja, in Blau", "chatwoot", "store")
    assert question.answered_at
    with desk.hub.database.read() as session:
        assert [(one.channel, one.is_awaited) for one in list_errands(session, answer.id)] == [("push", True)]
    assert chatwoot.texts[2:] == ["Ja, in Blau"]


def test_what_people_note_for_themselves_and_what_chatwoot_notes_is_not_heard(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, number: int
) -> None:
    chatwoot.say(number, "Kennt ihr sie?", private=True)
    chatwoot.say(number, "Mara was assigned", message_type=2)
    chatwoot.say(number, "Ja")
    ring(desk, bookmark)
    courier.run()

    assert _list(desk, bookmark) == ["Ja"]


def test_what_comes_in_several_pages_is_heard_whole(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, number: int
) -> None:
    for position in range(PAGE):
        chatwoot.say(number, f"{position}", private=position > 0)
    chatwoot.say(number, "zuletzt")
    ring(desk, bookmark)
    courier.run()

    assert _list(desk, bookmark) == ["0", "zuletzt"]


def test_a_file_without_a_word_is_told_of(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, number: int
) -> None:
    chatwoot.say(number, "", content=None, attachments=[{"id": 1}])
    ring(desk, bookmark)
    courier.run()

    assert _list(desk, bookmark) == [GERMAN.file_sent]


def test_what_is_deleted_there_before_she_read_it_is_taken_back_and_what_she_read_stays(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, number: int
) -> None:
    said = [chatwoot.say(number, text) for text in ("20 Euro", "10 Euro", "Gelöscht, ehe wir es hörten")]
    chatwoot.delete(said[2])
    ring(desk, bookmark)
    courier.run()
    first, second = list_thread(desk.hub, bookmark)[2:]
    with desk.hub.database.write() as session:
        note_read([session.get_one(Message, first.id)], MEMBER, desk.hub.now())
    for message in said:
        chatwoot.delete(message)
    ring(desk, bookmark, 0)
    courier.run()

    assert _list(desk, bookmark) == ["20 Euro", GERMAN.taken_back]
    with desk.hub.database.read() as session:
        assert [errand.outcome for errand in list_errands(session, second.id)] == ["taken_back"]


def test_what_was_said_here_is_not_taken_back_there(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, number: int
) -> None:
    assert number
    for message in chatwoot.messages:
        chatwoot.delete(message)
    ring(desk, bookmark, 0)
    courier.run()

    assert list_thread(desk.hub, bookmark)[1].text == "Blau?"


def test_a_conversation_that_is_resolved_there_is_answered(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, number: int
) -> None:
    chatwoot.conversations[number]["status"] = "resolved"
    ring(desk, bookmark)
    courier.run()

    assert list_thread(desk.hub, bookmark)[1].answered_at


def test_a_bell_that_rings_while_it_is_read_is_not_forgotten(
    desk: Desk, bookmark: Bookmark, chatwoot: PretendChatwoot, number: int, dial: Dial
) -> None:
    courier = Courier(desk)
    taken_back = chatwoot.say(number, "20 Euro")
    ring(desk, bookmark)
    courier.run()
    chatwoot.say(number, "Bis bald")
    chatwoot.delete(taken_back)
    ring(desk, bookmark)

    def ring_again() -> None:
        dial.turn(timedelta(seconds=1))
        ring(desk, bookmark, taken_back["id"] - 1)

    chatwoot.hears = ring_again
    courier.run()
    chatwoot.hears = None
    courier.run()

    assert _list(desk, bookmark) == [GERMAN.taken_back, "Bis bald"]
