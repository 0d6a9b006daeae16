from datetime import date

from kiosk.hub.context import Hub
from kiosk.hub.models.handshake.gift_count import count_gift, count_given
from kiosk.hub.sample.shop import STORE

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def test_gifts_are_counted_by_who_gave_them_and_on_the_last_day_alone(hub: Hub) -> None:
    told = list[int]()
    with hub.database.write() as session:
        for day in (SUNDAY, SUNDAY, MONDAY):
            count_gift(session, STORE, "w_sam", day)
            told.append(count_given(session, STORE, "w_sam", day))

        assert count_given(session, STORE, "w_nils", MONDAY) == 0
        assert count_given(session, STORE, "w_sam", SUNDAY) == 0

    assert told == [1, 2, 1]
