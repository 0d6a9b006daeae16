from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.retention.aged import AGED, PORTION, Aged, count_aged, drop_aged
from kiosk.hub.models.members.gone_member import GoneMember
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.store.store import get_store
from kiosk.hub.models.tables import METADATA
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import NOW

_EVENTS = AGED["screen_events"]


def _see(hub: Hub, count: int, days: int) -> None:
    at = NOW - timedelta(days=days)
    rows = [
        Event(
            store_id=STORE,
            screen_id=FIRST_SCREEN,
            id=f"{days}-{number}",
            type="kiosk.play",
            source="/s",
            happened_at=at,
            received_at=at,
            data={},
        )
        for number in range(count)
    ]
    with hub.database.write() as session:
        session.add_all(rows)


def test_what_is_old_goes_a_portion_at_a_time_and_nothing_younger(hub: Hub) -> None:
    _see(hub, PORTION + 3, 10)
    _see(hub, 2, 5)
    before = NOW - timedelta(days=7)
    with hub.database.write() as session:
        counts = [count_aged(session, _EVENTS, before)]
        counts += [drop_aged(session, _EVENTS, before) for _ in range(3)]

        assert counts == [PORTION + 3, PORTION, 3, 0]
        assert session.query(Event).count() == 2


def test_what_never_ended_stays(hub: Hub) -> None:
    with hub.database.write() as session:
        assert drop_aged(session, Aged("screens", "revoked_at"), NOW) == 0


def test_from_whom_screens_hear_no_more_it_is_noted_up_to_when(hub: Hub) -> None:
    with hub.database.write() as session:
        for number, days in ((3, 40), (5, 36), (9, 1)):
            gone_at = NOW - timedelta(days=days)
            session.add(GoneMember(store_id=STORE, key=f"s_{number}", revision=number, gone_at=gone_at))
        session.flush()
        drop_aged(session, AGED["gone_members"], NOW - timedelta(days=35))

        assert session.scalars(select(GoneMember.key)).all() == ["s_9"]
        assert get_store(session, STORE).forgotten_revision == 5


def test_each_names_a_table_and_its_time() -> None:
    assert [one for one in AGED.values() if one.column not in METADATA.tables[one.table].columns] == []
