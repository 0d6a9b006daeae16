from datetime import date

from kiosk.hub.context import Hub
from kiosk.hub.models.store.told_week import ToldWeek, find_told_week, list_told_mondays
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

MONDAYS = [date(2026, 10, 26), date(2026, 11, 2)]


def test_what_was_told_is_found_by_its_week_and_the_last_stands_first(hub: Hub) -> None:
    with hub.database.write() as session:
        for monday in MONDAYS:
            session.add(ToldWeek(store_id=STORE, monday=monday, told_at=NOW, report={}, segments={"garden": 10}))
        session.flush()
        found = find_told_week(session, STORE, MONDAYS[0])

        assert found is not None
        assert found.segments == {"garden": 10}
        assert find_told_week(session, STORE, date(2026, 11, 9)) is None
        assert list_told_mondays(session, STORE) == MONDAYS[::-1]
        assert list_told_mondays(session, "another") == []
