from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.report.once import keep_told, tell_once
from kiosk.hub.models.store.store import Store
from kiosk.hub.models.store.told_week import ToldWeek, find_told_week
from tests.doubles.deadline import wait_until
from tests.hub.domain.report.week import MONDAY
from tests.hub.running import NOW


def _make(store: Store, name: str) -> ToldWeek:
    return ToldWeek(store_id=store.id, monday=MONDAY, told_at=NOW, report={"said": name}, segments={})


def _is_told(session: Session, week: ToldWeek) -> bool:
    return find_told_week(session, week.store_id, week.monday) is not None


def _read(hub: Hub) -> list[tuple[date, dict[str, str]]]:
    with hub.database.read() as session:
        return [(week.monday, week.report) for week in session.scalars(select(ToldWeek))]


def test_what_somebody_told_meanwhile_stays_as_it_was_told(hub: Hub) -> None:
    def make_late(_session: Session, store: Store) -> list[ToldWeek]:
        tell_once(hub, lambda _, store: [_make(store, "first")], _is_told)
        return [_make(store, "second")]

    tell_once(hub, make_late, _is_told)

    assert {said["said"] for _, said in _read(hub)} == {"first"}


def test_where_nothing_is_due_nothing_is_written(hub: Hub) -> None:
    tell_once(hub, lambda _session, _store: [], _is_told)

    assert _read(hub) == []


def test_it_is_told_by_itself(hub: Hub) -> None:
    with keep_told("weeks", lambda: tell_once(hub, lambda _, store: [_make(store, "by itself")], _is_told)):
        wait_until(lambda: _read(hub) != [])
