from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.leaving.sweep import Closer, close_silent, keep_closing_visits
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import Store
from kiosk.hub.models.visit.visit import Visit, find_last_ended
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import find_member
from tests.hub.running import NOW, Dial


def test_who_left_without_a_word_is_noted_once_nothing_was_heard_for_an_hour(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        key = find_member(session).key
        check_in(hub, session, find_member(session), Arrival("card", NOW))
    ends = list[object]()
    for minutes in (0, 59, 1):
        dial.turn(timedelta(minutes=minutes))
        assert close_silent(hub) > 0
        with hub.database.read() as session:
            last = find_last_ended(session, [key])
            ends.append(last and (last.ended_at, last.ended_by))

    assert ends == [None, None, (NOW, "left")]


@pytest.mark.allow_log("kiosk.hub.domain.leaving.sweep: a visit could not be closed")
def test_one_that_fails_holds_no_other_up_is_told_of_once_and_tried_again(
    hub: Hub, dial: Dial, caplog: pytest.LogCaptureFixture
) -> None:
    with hub.database.write() as session:
        session.add(Store(id="odd", name="Odd", time_zone="Nowhere/Odd", language="de"))
        session.flush()
        keys = list(session.scalars(select(Member.key).order_by(Member.key).limit(2)))
        for key, store in zip(keys, ("odd", STORE), strict=True):
            session.add(Visit(id=f"v-{key}", store_id=store, member_key=key, way="card", began_at=NOW, seen_at=NOW))
    dial.turn(timedelta(hours=2))
    closer = Closer(hub)
    pauses = [closer.run() for _ in range(2)]
    before = list_ended(hub)
    with hub.database.write() as session:
        session.get_one(Store, "odd").time_zone = "Europe/Berlin"
    closer.run()

    assert (before, list_ended(hub)) == (keys[1:], keys)
    assert [pause > 0 for pause in pauses] == [True, True]
    assert ["tried again" in record.getMessage() for record in caplog.records] == [True]


def list_ended(hub: Hub) -> list[str]:
    with hub.database.read() as session:
        query = select(Visit.member_key).where(Visit.ended_at.is_not(None))
        return list(session.scalars(query.order_by(Visit.member_key)))


def test_it_looks_by_itself(hub: Hub) -> None:
    with keep_closing_visits(hub) as poller:
        assert poller.worker.name == "visits"
