from datetime import timedelta

import pytest

from kiosk.hub.automation.candidates import list_candidates
from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.reminder import Reminder
from kiosk.hub.rules import Rule
from tests.hub.automation.kept import BACK, ENDS, READY, end_at, happen
from tests.hub.running import NOW, Dial
from tests.hub.thread import keep_mug

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def bookmark(hub: Hub) -> Bookmark:
    return keep_mug(hub)


def _list(hub: Hub, rule: Rule, most: int = 9) -> list[tuple[str, str]]:
    with hub.database.read() as session:
        return [(one.bookmark.id, one.cause) for one in list_candidates(session, rule, hub.now(), most)]


def test_an_end_concerns_who_kept_it_well_before(hub: Hub, dial: Dial, bookmark: Bookmark) -> None:
    end_at(hub, bookmark, NOW + 2 * DAY)
    assert _list(hub, ENDS) == []

    dial.turn(DAY)
    late = keep_mug(hub, "late")
    end_at(hub, late, NOW + 2 * DAY)
    assert _list(hub, ENDS) == [("b", "")]
    dial.turn(DAY)
    assert _list(hub, ENDS) == []


def test_goods_that_are_back_concern_who_kept_them_before(hub: Hub, dial: Dial, bookmark: Bookmark) -> None:
    dial.turn(MINUTE)
    keep_mug(hub, "second")
    dial.turn(MINUTE)
    happen(hub, "h", offer_id="o-mug")
    happen(hub, "other", offer_id="o-lamp")
    keep_mug(hub, "too late")

    assert _list(hub, BACK) == [(bookmark.id, "h"), ("second", "h")]
    assert _list(hub, BACK, most=1) == [(bookmark.id, "h")]
    assert _list(hub, READY) == []


def test_an_order_concerns_its_own_bookmark(hub: Hub, bookmark: Bookmark) -> None:
    keep_mug(hub, "second")
    happen(hub, "h", bookmark_id=bookmark.id)

    assert _list(hub, READY) == [(bookmark.id, "h")]


def test_who_was_judged_or_has_bought_it_is_none_any_more(hub: Hub, bookmark: Bookmark) -> None:
    happen(hub, "h", bookmark_id=bookmark.id)
    second = keep_mug(hub, "second")
    happen(hub, "h2", bookmark_id=second.id)
    with hub.database.write() as session:
        session.add(Reminder(rule=READY.name, bookmark_id=bookmark.id, cause="h", judged_at=NOW))
        session.get_one(Bookmark, second.id).state = "redeemed"

    assert _list(hub, READY) == []
