from datetime import timedelta

import pytest
from sqlalchemy import bindparam, text

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import (
    Member,
    count_visit,
    find_member_by_key,
    forget_tastes,
    list_members,
    note_change,
    select_changed_keys,
    select_kin,
)
from kiosk.hub.models.store.store import get_store
from kiosk.hub.sample.shop import STORE


def test_a_member_of_whom_no_screen_heard_is_no_change(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Member(key="s_x", store_id=STORE, joined_at=hub.now(), language="de", segments=[]))
        session.flush()

        assert "s_x" not in [member.key for member in list_members(session, select_changed_keys(STORE, 0))]


def test_a_noted_change_comes_last(hub: Hub) -> None:
    with hub.database.write() as session:
        first = list_members(session, select_changed_keys(STORE, 0))[0]
        note_change(session, first)
        session.flush()

        assert list_members(session, select_changed_keys(STORE, 0))[-1] is first
        assert first.revision == get_store(session, STORE).revision


def test_a_visit_counts_once_a_day_and_never_backwards(hub: Hub) -> None:
    day = hub.now().date()
    with hub.database.write() as session:
        member = list_members(session, select_changed_keys(STORE, 0))[0]
        before = member.visits
        for visit in (day, day, day - timedelta(days=1), day + timedelta(days=1)):
            count_visit(session, member, visit)

        assert (member.visits, member.last_visit) == (before + 2, day + timedelta(days=1))


def test_a_member_is_found_by_her_key_in_her_own_store_alone(hub: Hub) -> None:
    with hub.database.read() as session:
        member = list_members(session, select_changed_keys(STORE, 0))[0]

        assert find_member_by_key(session, STORE, member.key) is member
        assert find_member_by_key(session, "hamburg", member.key) is None
        assert find_member_by_key(session, STORE, "s_nobody") is None


def test_a_row_shows_nothing_of_a_person(hub: Hub) -> None:
    with hub.database.read() as session:
        member = list_members(session, select_changed_keys(STORE, 0))[0]

        assert member.key not in repr(member)


def test_tastes_are_forgotten_with_the_visits(hub: Hub) -> None:
    with hub.database.write() as session:
        member = list_members(session, select_changed_keys(STORE, 0))[0]
        count_visit(session, member, hub.now().date())
        forget_tastes(member)

        assert (member.segments, member.interests, member.visits, member.last_visit) == ([], {}, 0, None)


_MANY = """
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20000)
INSERT INTO members (key, store_id, joined_at, language, segments, revision, visits, interests)
SELECT 's_' || n, store_id, joined_at, language, segments, 0, 0, '{}'
FROM numbers CROSS JOIN (SELECT * FROM members LIMIT 1)
"""


@pytest.mark.sqlite
def test_of_very_many_who_are_nobody_else_kin_are_found_by_indexes_once_sqlite_counted_them(hub: Hub) -> None:
    query = select_kin(bindparam("key"))
    with hub.database.write() as session:
        for statement in (_MANY, "ANALYZE"):
            session.execute(text(statement))
        plan = session.execute(text(f"EXPLAIN QUERY PLAN {query}"), {"key": "s_x"})
        steps = [step.detail for step in plan]

    assert [step for step in steps if step.startswith("SCAN")] == []
    assert "SEARCH members USING INDEX ix_members_person_key (person_key=?)" in steps
