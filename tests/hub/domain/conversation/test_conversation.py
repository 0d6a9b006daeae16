from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import GRACE
from kiosk.hub.models.conversation.errand import Errand, list_errands
from kiosk.hub.models.conversation.message import MEMBER, STORE, Message, note_read
from tests.hub.thread import keep_mug, list_thread, say, write


def _list_errands(hub: Hub, message: Message) -> list[Errand]:
    with hub.database.read() as session:
        return list(list_errands(session, message.id))


def test_what_is_said_twice_by_one_form_is_said_once(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    for _ in range(2):
        say(hub, bookmark, "Ja")
        write(hub, bookmark, "Danke")

    assert [message.text for message in list_thread(hub, bookmark)][1:] == ["Ja", "Danke"]


def test_a_message_keeps_by_which_way_it_came_in(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    write(hub, bookmark, "Blau?")
    say(hub, bookmark, "Ja")
    say(hub, bookmark, "Morgen endet es", "rule")

    assert [message.entry for message in list_thread(hub, bookmark)] == ["screen", "web", "console", "rule"]


def test_a_person_of_the_store_answers_what_she_read_and_a_rule_answers_nothing(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    write(hub, bookmark, "Blau?")
    with hub.database.write() as session:
        note_read([session.get_one(Message, list_thread(hub, bookmark)[1].id)], STORE, hub.now())
    write(hub, bookmark, "Oder grün?")
    say(hub, bookmark, "Es endet bald", "rule")
    assert [message.answered_at for message in list_thread(hub, bookmark)] == [None] * 4

    say(hub, bookmark, "Ja, in Blau")
    answered = [message.text for message in list_thread(hub, bookmark) if message.answered_at]
    assert answered == ["Blau?"]


def test_a_member_answers_what_she_read(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    with hub.database.write() as session:
        note_read([session.get_one(Message, bookmark.first_message_id)], MEMBER, hub.now())
    say(hub, bookmark, "Noch etwas")
    write(hub, bookmark, "Danke")

    assert [message.answered_at is not None for message in list_thread(hub, bookmark)] == [True, False, False]


def test_what_the_store_says_is_to_be_brought_after_a_moments_grace(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    say(hub, bookmark, "Ja")
    say(hub, bookmark, "Es endet bald", "rule")
    write(hub, bookmark, "Danke")
    greeting, answer, reminder, thanks = list_thread(hub, bookmark)

    assert [_list_errands(hub, message) for message in (greeting, thanks)] == [[], []]
    found = [(errand.channel, errand.due_at, errand.is_awaited) for errand in _list_errands(hub, answer)]
    assert found == [("push", hub.now() + GRACE, True)]
    assert [errand.is_awaited for errand in _list_errands(hub, reminder)] == [False]
