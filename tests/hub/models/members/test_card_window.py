from datetime import timedelta

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.models.members.card_window import LIFETIME, close_card_window, find_card_window, open_card_window
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


@pytest.fixture(autouse=True)
def _member(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Member(key="s_1", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        open_card_window(session, "s_1", NOW)


@pytest.mark.parametrize(("later", "is_open"), [(LIFETIME - timedelta(seconds=1), True), (LIFETIME, False)])
def test_a_window_closes_by_itself(hub: Hub, later: timedelta, *, is_open: bool) -> None:
    with hub.database.read() as session:
        assert (find_card_window(session, "s_1", NOW + later) is not None) is is_open


def test_a_window_that_is_opened_anew_counts_from_then(hub: Hub) -> None:
    with hub.database.write() as session:
        open_card_window(session, "s_1", NOW + LIFETIME)
        found = find_card_window(session, "s_1", NOW + LIFETIME)

        assert found
        assert found.opened_at == NOW + LIFETIME


def test_a_window_that_was_closed_is_closed_however_often(hub: Hub) -> None:
    with hub.database.write() as session:
        for _ in range(2):
            close_card_window(session, "s_1")
            session.flush()

        assert find_card_window(session, "s_1", NOW) is None
