from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.profile import Profile, list_due, make_all_due
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

DAY = timedelta(days=1)


def test_those_that_wait_for_longest_are_due_first_and_all_of_them_when_it_is_said(hub: Hub) -> None:
    with hub.database.write() as session:
        for days in range(4):
            session.add(Member(key=f"s_{days}", store_id=STORE, joined_at=NOW, language="de", segments=[]))
            session.flush()
            due_at = NOW - (days - 1) * DAY if days < 3 else None
            session.add(Profile(member_key=f"s_{days}", store_id=STORE, reckoned_at=NOW, traits={}, due_at=due_at))
        session.flush()

        assert list_due(session, NOW, 5) == ["s_2", "s_1"]
        assert list_due(session, NOW, 1) == ["s_2"]
        make_all_due(session, "hamburg", NOW)
        assert len(list_due(session, NOW, 5)) == 2
        make_all_due(session, STORE, NOW)
        assert len(list_due(session, NOW, 5)) == 4
