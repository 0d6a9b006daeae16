from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.leaving.sweep import close_silent, keep_closing_visits
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.visit.visit import find_last_ended
from tests.hub.domain.basket.goods import find_member
from tests.hub.running import NOW, Dial


def test_who_left_without_a_word_is_noted_once_nothing_was_heard_for_an_hour(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        key = find_member(session).key
        check_in(hub, session, find_member(session), Arrival("card", NOW))
    ends = list[object]()
    for minutes in (0, 59, 1):
        dial.turn(timedelta(minutes=minutes))
        assert close_silent(hub) > 0
        with hub.database.read() as session:
            last = find_last_ended(session, [key])
            ends.append(last and (last.ended_at, last.ended_by))

    assert ends == [None, None, (NOW, "left")]


def test_it_looks_by_itself(hub: Hub) -> None:
    with keep_closing_visits(hub) as poller:
        assert poller.worker.name == "visits"
