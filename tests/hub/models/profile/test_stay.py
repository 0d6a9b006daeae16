from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.stay import Stay, count_stays, forget_stays, group_stays, list_stays
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_stays_are_counted_while_they_last_and_told_when_they_are_over(hub: Hub) -> None:
    with hub.database.write() as session:
        for key in ("s_1", "s_2"):
            session.add(Member(key=key, store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        for number, (key, left_at) in enumerate((("s_1", NOW), ("s_1", None), ("s_2", None))):
            since = NOW - timedelta(days=9 - number)
            session.add(Stay(store_id=STORE, segment_id="it", member_key=key, since=since, left_at=left_at))
        session.flush()

        assert count_stays(session, STORE) == {"it": 2}
        assert group_stays(session, select(Member.key)) == {"s_1": ["it"], "s_2": ["it"]}
        assert [stay.left_at for stay in list_stays(session, ["s_1"])] == [NOW, None]
        forget_stays(session, ["s_1"])
        assert list_stays(session, ["s_1"]) == []
