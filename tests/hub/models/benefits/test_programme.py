from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.programme import find_programme, set_programme
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_a_programme_takes_the_place_of_the_one_before(hub: Hub) -> None:
    later = NOW + timedelta(days=1)
    with hub.database.write() as session:
        set_programme(session, STORE, {"earn": []}, later)
    with hub.database.read() as session:
        row = find_programme(session, STORE)
        assert row
        assert (row.stated, row.set_at) == ({"earn": []}, later)
        assert find_programme(session, "hamburg") is None
