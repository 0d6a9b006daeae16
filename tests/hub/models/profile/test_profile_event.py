from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.profile_event import ProfileEvent, forget_profile_events, is_kept, list_profile_events
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

DAY = timedelta(days=1)


def test_events_of_some_keys_are_listed_since_a_day_and_forgotten_before_one(hub: Hub) -> None:
    with hub.database.write() as session:
        for key in ("s_1", "s_2"):
            session.add(Member(key=key, store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        for days, key in enumerate(("s_1", "s_1", "s_2", "s_1")):
            event = ProfileEvent(
                store_id=STORE,
                source_id="shop",
                id=f"e-{days}",
                member_key=key,
                kind="viewed",
                happened_at=NOW - days * DAY,
                data={},
            )
            session.add(event)
        session.flush()

        assert [one.id for one in list_profile_events(session, ["s_1"], NOW - 2 * DAY)] == ["e-1", "e-0"]
        assert [is_kept(session, STORE, "shop", name) for name in ("e-0", "e-9")] == [True, False]
        forget_profile_events(session, ["s_1"], NOW - DAY)
        assert [one.id for one in list_profile_events(session, ["s_1", "s_2"], NOW - 9 * DAY)] == ["e-2", "e-1", "e-0"]
        forget_profile_events(session, ["s_1"])
        assert [one.id for one in list_profile_events(session, ["s_1", "s_2"], NOW - 9 * DAY)] == ["e-2"]
