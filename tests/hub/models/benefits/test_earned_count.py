from datetime import date

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.earned_count import count_up, open_count
from kiosk.hub.sample.shop import STORE

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def test_a_rule_is_counted_ever_and_on_its_last_day(hub: Hub) -> None:
    told = list[tuple[int, int, date]]()
    with hub.database.write() as session:
        for day in (SUNDAY, SUNDAY, MONDAY, SUNDAY):
            count = open_count(session, STORE, "visit", "m", day)
            count_up(count)
            told.append((count.times, count.times_day, count.day))
        session.flush()

        assert open_count(session, STORE, "visit", "n", SUNDAY).times == 0

    assert told == [(1, 1, SUNDAY), (2, 2, SUNDAY), (3, 1, MONDAY), (4, 2, MONDAY)]
