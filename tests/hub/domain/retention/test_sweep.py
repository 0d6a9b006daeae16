import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.retention.sweep import count_old, keep_letting_go, let_go_all, let_go_some
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.tombstone import Tombstone
from kiosk.hub.models.people.deed import Deed
from kiosk.hub.retention import Keep
from kiosk.hub.sample.shop import STORE
from tests.doubles.deadline import wait_until
from tests.hub.domain.member_data.known_well import get_to_know
from tests.hub.running import NOW, Dial


@pytest.fixture
def old(hub: Hub) -> Hub:
    """The hub with a deed, and with people who were not heard of for long."""
    with hub.database.write() as session:
        long_ago = NOW - timedelta(days=1000)
        session.add(Deed(happened_at=long_ago, person="mara", what="POST /console/groups", store_id=STORE))
        for number in range(7):
            session.add(Member(key=f"s_{number}", store_id=STORE, joined_at=long_ago, language="de", segments=[]))
    return hub


def _count_strangers(hub: Hub) -> int:
    with hub.database.read() as session:
        return len(session.scalars(select(Member).where(Member.key.in_([f"s_{number}" for number in range(7)]))).all())


def test_it_is_said_how_many_would_go_and_none_goes(old: Hub) -> None:
    counts = {keep.what: number for keep, number in count_old(old)}

    assert {what: number for what, number in counts.items() if number} == {"deeds": 1, "idle_strangers": 7}
    assert _count_strangers(old) == 7


def test_a_look_lets_a_few_go_and_says_how_many_in_the_log(old: Hub, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    waits = [let_go_some(old) for _ in range(3)]

    assert (waits[0], waits[1], _count_strangers(old)) == (0.2, 0.2, 0)
    assert waits[2] > 60
    assert "kept for long enough: idle_strangers 5, deeds 1" in caplog.text


def test_all_go_at_once_where_that_is_asked_for(old: Hub) -> None:
    assert let_go_all(old) == {"deeds": 1, "idle_strangers": 7}
    assert not any(number for _, number in count_old(old))


def test_who_was_idle_is_erased_so_that_no_backup_brings_her_back(old: Hub) -> None:
    let_go_all(old)
    with old.database.read() as session:
        assert len(session.scalars(select(Tombstone)).all()) == 7


def test_a_store_keeps_to_its_own_durations(old: Hub) -> None:
    own = replace(old, settings=replace(old.settings, retention=(Keep("idle_strangers", 2000),)))

    assert let_go_all(own) == {}


def test_after_years_nothing_of_a_member_who_never_came_back_is_left(hub: Hub, dial: Dial) -> None:
    known = get_to_know(hub)
    dial.turn(timedelta(days=1200))
    let_go_all(hub)
    with hub.database.read() as session:
        assert session.get(Member, known.key) is None


def test_a_hub_that_serves_does_it_by_itself(old: Hub) -> None:
    with keep_letting_go(old):
        wait_until(lambda: _count_strangers(old) == 0)
