from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import GRACE
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.errand import (
    SENT,
    Errand,
    close_errand,
    count_sent,
    find_due,
    lease,
    list_errands,
    note_sent,
)
from tests.hub.running import NOW, Dial
from tests.hub.thread import keep_mug, say

DUE = NOW + GRACE
SECOND = timedelta(seconds=1)


@pytest.fixture
def bookmark(hub: Hub, dial: Dial) -> Bookmark:
    """Of a member to whom two things are to be said."""
    bookmark = keep_mug(hub)
    say(hub, bookmark, "first")
    dial.turn(SECOND)
    say(hub, bookmark, "second")
    return bookmark


def _get_due(session: Session) -> Errand:
    found = find_due(session, DUE + SECOND)
    assert found
    return found


@pytest.mark.usefixtures("bookmark")
def test_the_errand_that_waits_longest_comes_first(hub: Hub) -> None:
    with hub.database.read() as session:
        assert find_due(session, DUE - SECOND) is None
        assert _get_due(session).due_at == DUE


@pytest.mark.usefixtures("bookmark")
def test_an_errand_that_is_run_is_nobody_elses_until_its_time_is_over(hub: Hub) -> None:
    with hub.database.write() as session:
        first = _get_due(session)
        lease(first, DUE, timedelta(minutes=1))
        session.flush()

        assert first.tries == 1
        assert _get_due(session).message_id != first.message_id
        assert find_due(session, DUE) is None


@pytest.mark.usefixtures("bookmark")
def test_an_errand_that_is_over_is_due_no_more(hub: Hub) -> None:
    with hub.database.write() as session:
        for _ in range(2):
            close_errand(_get_due(session), "no_consent")
            session.flush()

        assert find_due(session, DUE + timedelta(days=1)) is None


def test_of_a_member_count_what_was_sent_since(hub: Hub, bookmark: Bookmark) -> None:
    with hub.database.write() as session:
        errand = _get_due(session)
        assert count_sent(session, bookmark.member_key, NOW) == 0
        note_sent(errand, DUE)
        session.flush()

        assert [one.outcome for one in list_errands(session, errand.message_id)] == [SENT]
        assert count_sent(session, bookmark.member_key, DUE) == 1
        assert count_sent(session, bookmark.member_key, DUE + SECOND) == 0
        assert count_sent(session, "somebody else", NOW) == 0
