from datetime import timedelta

import pytest

from kiosk.hub.domain.chatwoot.courier import Courier
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.domain.chatwoot.sending import LONGEST
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.chatwoot_message import count_unsent, list_dead
from tests.doubles.chatwoot import Fate, PretendChatwoot
from tests.hub.domain.chatwoot.bell import ring
from tests.hub.running import Dial
from tests.hub.thread import list_thread, say, write

_AWAY = pytest.mark.allow_log("the store's Chatwoot cannot be asked")


def test_what_is_said_is_told_there_in_its_order_from_either_side(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot
) -> None:
    write(desk.hub, bookmark, "Gibt es sie in Blau?")
    say(desk.hub, bookmark, "Ja")
    courier.run()
    write(desk.hub, bookmark, "Danke")
    courier.run()

    greeting = list_thread(desk.hub, bookmark)[0].text
    assert chatwoot.texts == [greeting, "Gibt es sie in Blau?", "Ja", "Danke"]
    assert [message["message_type"] for message in chatwoot.messages] == [1, 0, 1, 0]


def test_who_but_taps_is_not_told_of_there(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot
) -> None:
    say(desk.hub, bookmark, "Morgen endet es", "rule")
    courier.run()

    assert chatwoot.asked == []


def _lose(desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, fate: Fate) -> None:
    """She writes twice, and of the second nobody hears what came of it."""
    write(desk.hub, bookmark, "Blau?")
    courier.run()
    write(desk.hub, bookmark, "Oder rot?")
    chatwoot.fates = [fate]
    courier.run()
    ring(desk, bookmark)
    courier.run()


@pytest.mark.parametrize("fate", ["dropped", "half", "prose"])
@_AWAY
def test_what_was_taken_though_nobody_heard_so_is_looked_up_and_not_told_twice(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, fate: Fate
) -> None:
    _lose(desk, courier, bookmark, chatwoot, fate)

    assert chatwoot.texts[1:] == ["Blau?", "Oder rot?"]
    assert len(list_thread(desk.hub, bookmark)) == 3


@_AWAY
def test_a_chatwoot_that_keeps_no_names_is_not_told_twice_either(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot
) -> None:
    chatwoot.keeps_names = False
    _lose(desk, courier, bookmark, chatwoot, "dropped")

    assert chatwoot.texts[1:] == ["Blau?", "Oder rot?"]


def test_what_is_declined_is_kept_with_the_reason_and_holds_up_nothing(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot
) -> None:
    chatwoot.unwelcome = "Blau"
    write(desk.hub, bookmark, "Blau?")
    write(desk.hub, bookmark, "Rot?")
    courier.run()

    assert chatwoot.texts[1:] == ["Rot?"]
    with desk.hub.database.read() as session:
        assert [row.why for row in list_dead(session)] == ["it answered 422"]
        assert count_unsent(session) == 0


def test_what_alone_fails_for_days_is_given_up(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, dial: Dial
) -> None:
    write(desk.hub, bookmark, "Blau?")
    courier.run()
    write(desk.hub, bookmark, "Rot?")
    for wait in (timedelta(0), LONGEST):
        dial.turn(wait)
        chatwoot.fates = ["fault"] if not wait else ["well", "fault"]
        courier.run()
    with desk.hub.database.read() as session:
        assert [row.why for row in list_dead(session)] == ["it answered 500"]
