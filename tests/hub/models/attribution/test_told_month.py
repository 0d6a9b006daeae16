from datetime import date

from kiosk.hub.context import Hub
from kiosk.hub.models.attribution.told_month import ToldMonth, find_told_month, list_told_months
from kiosk.hub.models.store.store import Store
from tests.hub.running import NOW

_STORE = "elsewhere"
_FIRSTS = [date(2026, 9, 1), date(2026, 10, 1)]


def test_what_was_told_is_found_by_its_month_and_the_last_stands_first(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Store(id=_STORE, name="Anderswo", time_zone="Europe/Vienna", language="de"))
        session.flush()
        for first in _FIRSTS:
            session.add(ToldMonth(store_id=_STORE, first=first, told_at=NOW, report={"first": first.isoformat()}))
        session.flush()
        found = find_told_month(session, _STORE, _FIRSTS[0])

        assert found is not None
        assert found.report == {"first": "2026-09-01"}
        assert find_told_month(session, _STORE, date(2026, 11, 1)) is None
        assert [month.first for month in list_told_months(session, _STORE)] == _FIRSTS[::-1]
        assert list_told_months(session, "another") == []
