from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.visit_count import VISIT, note_visit
from kiosk.hub.models.members.consent import withdraw_consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.event import Event
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

DAY = timedelta(days=1)


def _find(hub: Hub) -> Member:
    with hub.database.read() as session:
        return session.scalars(select(Member).where(Member.visits == 1)).one()


@pytest.fixture
def anna(hub: Hub) -> str:
    """A member who came once before."""
    return _find(hub).key


def _note(
    hub: Hub, data: Mapping[str, object], at: datetime | None = NOW, kind: str = VISIT, store: str = STORE
) -> Event:
    event = Event(
        store_id=store,
        screen_id="window-1",
        id="e",
        type=kind,
        source="s",
        happened_at=at,
        received_at=NOW + 3 * DAY,
        data=dict(data),
    )
    with hub.database.write() as session:
        note_visit(session, event)
    return event


def _count(hub: Hub, key: str) -> int:
    with hub.database.read() as session:
        return session.get_one(Member, key).visits


def test_a_day_on_which_she_was_seen_counts_once_whichever_screens_say_it(hub: Hub, anna: str) -> None:
    for at in (NOW, NOW + timedelta(hours=5), NOW, NOW + DAY):
        _note(hub, {"shopper": anna}, at)

    assert _count(hub, anna) == 3


def test_the_day_is_the_stores_own(hub: Hub, anna: str) -> None:
    _note(hub, {"shopper": anna}, NOW.replace(hour=22))
    _note(hub, {"shopper": anna}, NOW.replace(hour=23))  # 00:00 in Berlin

    assert _count(hub, anna) == 3


def test_screens_hear_of_the_visit_at_their_next_turn(hub: Hub, anna: str) -> None:
    before = _find(hub).revision
    _note(hub, {"shopper": anna})

    with hub.database.read() as session:
        assert session.get_one(Member, anna).revision > before


def test_a_clock_that_is_ahead_puts_off_no_later_visit(hub: Hub, anna: str) -> None:
    _note(hub, {"shopper": anna}, NOW + 3650 * DAY)

    with hub.database.read() as session:
        assert session.get_one(Member, anna).last_visit == (NOW + 3 * DAY).date()


def test_a_visit_without_a_time_was_when_it_was_heard(hub: Hub, anna: str) -> None:
    _note(hub, {"shopper": anna}, None)

    assert _count(hub, anna) == 2


def test_an_event_no_longer_says_whose_visit_it_was(hub: Hub, anna: str) -> None:
    assert _note(hub, {"shopper": anna, "zone": "home"}).data == {"zone": "home"}


def test_who_does_not_allow_it_is_not_counted(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        withdraw_consent(session, session.get_one(Member, anna), PERSONAL_OFFERS, NOW)

    assert _note(hub, {"shopper": anna}).data == {}
    assert _count(hub, anna) == 1


@pytest.mark.parametrize("data", [{}, {"shopper": "s_nobody"}, {"shopper": 7}, {"shopper": None}])
def test_a_visit_of_nobody_known_counts_nowhere(hub: Hub, anna: str, data: Mapping[str, object]) -> None:
    assert _note(hub, data).data == {}
    assert _count(hub, anna) == 1


def test_another_stores_screen_counts_no_visits_here(hub: Hub, anna: str) -> None:
    _note(hub, {"shopper": anna}, store="hamburg")

    assert _count(hub, anna) == 1


def test_another_event_is_no_visit(hub: Hub, anna: str) -> None:
    assert _note(hub, {"shopper": anna}, kind="kiosk.tap").data == {"shopper": anna}
    assert _count(hub, anna) == 1
