from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.happening import find_happening, group_orders, list_happenings
from kiosk.hub.sample.shop import STORE
from tests.hub.automation.kept import happen
from tests.hub.running import NOW
from tests.hub.thread import keep_mug

MINUTE = timedelta(minutes=1)


def test_happenings_come_by_kind_and_time_until_they_are_over(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    happen(hub, "a", offer_id="o-mug")
    happen(hub, "b", bookmark_id=bookmark.id)
    with hub.database.write() as session:
        found = [one.id for one in list_happenings(session, "order_ready", NOW - MINUTE, NOW)]
        missed = list_happenings(session, "order_ready", NOW, NOW + MINUTE)
        waiting = group_orders(session, select(Member.key))
        order = find_happening(session, STORE, "b")
        assert order
        order.over_at = NOW
        session.flush()

        assert (found, missed) == (["b"], [])
        assert dict(waiting) == {bookmark.member_key: ["order_ready"]}
        assert list_happenings(session, "order_ready", NOW - MINUTE, NOW) == []
        assert dict(group_orders(session, select(Member.key))) == {}
