from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.visit.door import come_in
from kiosk.hub.domain.visit.visit import Arrival, find_running
from tests.hub.domain.basket.goods import find_member
from tests.hub.running import NOW


def test_who_comes_in_is_counted_once_a_day_where_she_allows_it(hub: Hub) -> None:
    with hub.database.write() as session:
        member = find_member(session)
        before = member.visits
        for _ in range(2):
            come_in(hub, session, member, Arrival("card", NOW))

        assert find_running(hub, session, member)
        assert member.visits == before + 1


def test_who_allows_nothing_comes_in_and_is_not_counted(hub: Hub) -> None:
    with hub.database.write() as session:
        member = find_member(session)
        withdraw(hub, session, member, PERSONAL_OFFERS)
        come_in(hub, session, member, Arrival("card", NOW))

        assert find_running(hub, session, member)
        assert member.visits == 0
