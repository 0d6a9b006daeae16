from datetime import timedelta

import pytest

from kiosk.hub.chatwoot.client import Client
from kiosk.hub.chatwoot.line import Line
from kiosk.hub.context import Hub
from kiosk.hub.domain.chatwoot.courier import Courier, keep_chatwoot_told
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.domain.chatwoot.link import forget_member
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.chatwoot_departure import find_due_departure
from kiosk.hub.models.outside.chatwoot_link import find_link
from tests.doubles.chatwoot import Fate, PretendChatwoot
from tests.doubles.deadline import wait_until
from tests.hub.running import NOW, Dial
from tests.hub.thread import keep_mug, write

_AWAY = pytest.mark.allow_log("the store's Chatwoot cannot be asked")


def _erase(desk: Desk, bookmark: Bookmark) -> None:
    with desk.hub.database.write() as session:
        forget_member(desk.hub, session, bookmark.member_key)


def _is_departing(desk: Desk) -> bool:
    with desk.hub.database.read() as session:
        return find_due_departure(session, NOW + timedelta(days=9)) is not None


@_AWAY
def test_where_nobody_answers_it_is_asked_later_and_later_as_long_as_it_wishes(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, dial: Dial
) -> None:
    write(desk.hub, bookmark, "Blau?")
    chatwoot.fates = ["busy", "away"]
    pauses = [courier.run(), courier.run()]
    assert chatwoot.asked == chatwoot.asked[:1]
    dial.turn(timedelta(minutes=1))
    pauses += [courier.run()]
    dial.turn(timedelta(minutes=1))
    pauses += [courier.run()]

    assert pauses == [7.0, 1.0, 7.0, 1.0]
    assert chatwoot.texts[1:] == ["Blau?"]


def test_one_that_alone_fails_keeps_no_other_waiting(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, dial: Dial
) -> None:
    write(desk.hub, bookmark, "Blau?")
    chatwoot.fates = ["fault"]
    courier.run()
    other = keep_mug(desk.hub, "other")
    write(desk.hub, other, "Rot?")
    dial.turn(timedelta(minutes=1))
    courier.run()

    assert chatwoot.texts[1:].count("Blau?") == chatwoot.texts[1:].count("Rot?") == 1


def test_a_conversation_that_was_deleted_there_begins_anew(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, dial: Dial
) -> None:
    write(desk.hub, bookmark, "Blau?")
    courier.run()
    chatwoot.conversations.clear()
    chatwoot.contacts.clear()
    write(desk.hub, bookmark, "Rot?")
    for _ in range(2):
        courier.run()
        dial.turn(timedelta(minutes=1))

    assert (len(chatwoot.contacts), len(chatwoot.conversations), chatwoot.texts[-1]) == (1, 1, "Rot?")


def test_it_is_looked_at_by_and_by_though_nobody_rings(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, dial: Dial
) -> None:
    write(desk.hub, bookmark, "Blau?")
    courier.run()
    asked = len(chatwoot.asked)
    courier.run()
    assert len(chatwoot.asked) == asked
    dial.turn(timedelta(minutes=1))
    courier.run()
    assert len(chatwoot.asked) == asked + 2


@pytest.mark.parametrize("fates", [[], ["well", "prose"]], ids=["whom it knows", "whom nobody heard of being made"])
def test_who_is_erased_here_is_deleted_there(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, fates: list[Fate]
) -> None:
    write(desk.hub, bookmark, "Blau?")
    chatwoot.fates = fates
    courier.run()
    _erase(desk, bookmark)
    courier.run()

    assert (chatwoot.contacts, chatwoot.conversations, chatwoot.messages) == ({}, {}, [])
    assert not _is_departing(desk)


@_AWAY
def test_who_is_erased_while_nobody_answers_is_deleted_later(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot, dial: Dial
) -> None:
    write(desk.hub, bookmark, "Blau?")
    courier.run()
    _erase(desk, bookmark)
    chatwoot.fates = ["away", "fault"]
    for _ in range(2):
        courier.run()
        dial.turn(timedelta(minutes=1))
    assert _is_departing(desk)
    courier.run()

    assert (chatwoot.contacts, _is_departing(desk)) == ({}, False)


def test_who_is_erased_amid_a_request_comes_back_to_no_life(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot
) -> None:
    write(desk.hub, bookmark, "Blau?")
    chatwoot.hears = lambda: _erase(desk, bookmark)
    courier.run()
    courier.run()

    assert (chatwoot.contacts, _is_departing(desk)) == ({}, False)
    with desk.hub.database.read() as session:
        assert find_link(session, bookmark.conversation_id) is None


@pytest.mark.allow_log("a conversation stumbled on its way to Chatwoot: ZeroDivisionError")
def test_whatever_stumbles_the_others_are_told(desk: Desk, bookmark: Bookmark, chatwoot: PretendChatwoot) -> None:
    def stumble(_host: str, _port: int) -> list[str]:
        raise ZeroDivisionError

    write(desk.hub, bookmark, "Blau?")
    courier = Courier(Desk(desk.hub, Client(Line(chatwoot.settings, desk.hub.now, stumble))))

    assert courier.run() == 1.0
    with desk.hub.database.read() as session:
        link = find_link(session, bookmark.conversation_id)
    assert link
    assert link.tries == 1


def test_it_runs_as_long_as_the_hub_serves_where_the_store_has_a_chatwoot(
    hub: Hub, desk: Desk, bookmark: Bookmark, chatwoot: PretendChatwoot
) -> None:
    write(desk.hub, bookmark, "Blau?")
    with keep_chatwoot_told(hub):
        assert chatwoot.asked == []
    with keep_chatwoot_told(desk.hub):
        wait_until(lambda: "Blau?" in chatwoot.texts)
