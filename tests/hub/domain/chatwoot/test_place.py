from contextlib import suppress

import pytest

from kiosk.hub.chatwoot.line import Declined, NotNow
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.domain.chatwoot.place import find_place, forget_place
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink, find_link
from tests.doubles.chatwoot import Fate, PretendChatwoot
from tests.hub.thread import write

_WELL: list[Fate] = ["well"] * 4
_REQUESTS = len(_WELL)
"""What it takes where nothing is there: to look and to make, twice."""


@pytest.fixture(autouse=True)
def _told(desk: Desk, bookmark: Bookmark) -> None:
    write(desk.hub, bookmark, "Blau?")


def _find(desk: Desk, bookmark: Bookmark) -> ChatwootLink:
    with desk.hub.database.read() as session:
        link = find_link(session, bookmark.conversation_id)
    assert link
    return link


def test_a_place_is_made_once_and_known_from_then_on(desk: Desk, bookmark: Bookmark, chatwoot: PretendChatwoot) -> None:
    number = find_place(desk, _find(desk, bookmark))
    asked = len(chatwoot.asked)

    assert find_place(desk, _find(desk, bookmark)) == number == _find(desk, bookmark).number
    assert (len(chatwoot.asked), asked) == (asked, _REQUESTS)
    attributes = chatwoot.conversations[number]["custom_attributes"]
    assert attributes == {"store": "Kleine Freude", "offer": "Steinzeugbecher"}


def test_of_her_nothing_is_told_but_a_name_that_stands_nowhere_else(
    desk: Desk, bookmark: Bookmark, chatwoot: PretendChatwoot
) -> None:
    find_place(desk, _find(desk, bookmark))
    (name,) = chatwoot.contacts

    assert name == _find(desk, bookmark).source_id
    assert bookmark.member_key not in name


@pytest.mark.parametrize("position", range(_REQUESTS))
@pytest.mark.parametrize("fate", ["dropped", "half", "prose", "fault"])
def test_whichever_request_fails_and_however_there_is_one_contact_and_one_conversation(
    desk: Desk, bookmark: Bookmark, chatwoot: PretendChatwoot, fate: Fate, position: int
) -> None:
    chatwoot.fates = [*_WELL[:position], fate]
    with suppress(NotNow, Declined):
        find_place(desk, _find(desk, bookmark))
    find_place(desk, _find(desk, bookmark))

    assert (len(chatwoot.contacts), len(chatwoot.conversations)) == (1, 1)


def test_a_place_that_is_gone_is_made_anew(desk: Desk, bookmark: Bookmark, chatwoot: PretendChatwoot) -> None:
    first = find_place(desk, _find(desk, bookmark))
    chatwoot.contacts.clear()
    chatwoot.conversations.clear()
    forget_place(desk, bookmark.conversation_id)

    assert find_place(desk, _find(desk, bookmark)) != first
