from collections.abc import Mapping

import pytest

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.diary import list_facts
from kiosk.hub.domain.profile.fact import Detail
from kiosk.hub.domain.profile.visit import keep_visit
from kiosk.hub.domain.screens.visit_count import VISIT
from kiosk.hub.models.members.consent import withdraw_consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.event import Event
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW
from tests.hub.shop_window import list_allowing


@pytest.fixture
def anna(hub: Hub) -> str:
    with hub.database.read() as session:
        return list_allowing(session)[0]


def _tell(hub: Hub, key: str, data: Mapping[str, object], store: str = STORE, kind: str = VISIT) -> list[Detail]:
    event = Event(
        store_id=store,
        screen_id="window-1",
        id="e",
        type=kind,
        source="s",
        happened_at=None,
        received_at=NOW,
        data=dict(data),
    )
    with hub.database.write() as session:
        for _ in range(2):
            keep_visit(hub, session, event)
        return [fact.detail for fact in list_facts(session, [key], NOW)]


def test_a_visit_is_kept_once_with_its_zone_and_its_time(hub: Hub, anna: str) -> None:
    assert _tell(hub, anna, {"shopper": anna, "zone": "Home", "seconds": 95}) == [Detail(("home",), seconds=95)]


@pytest.mark.parametrize(
    ("more", "detail"), [({}, Detail()), ({"zone": "home", "seconds": 10**9}, Detail(("home",), seconds=4 * 3600))]
)
def test_a_screen_may_say_less_or_beyond_belief(hub: Hub, anna: str, more: dict[str, object], detail: Detail) -> None:
    assert _tell(hub, anna, {"shopper": anna, **more}) == [detail]


@pytest.mark.parametrize(
    "data", [{}, {"shopper": "s_nobody"}, {"shopper": 7}, {"zone": ["a"]}, {"shopper": "x", "seconds": -1}]
)
def test_a_visit_of_nobody_known_is_not_kept(hub: Hub, anna: str, data: Mapping[str, object]) -> None:
    assert _tell(hub, anna, data) == []


def test_another_store_and_another_event_tell_of_no_visit_here(hub: Hub, anna: str) -> None:
    assert _tell(hub, anna, {"shopper": anna}, store="hamburg") == []
    assert _tell(hub, anna, {"shopper": anna}, kind="kiosk.tap") == []


def test_of_who_does_not_allow_it_no_visit_is_kept(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        withdraw_consent(session, session.get_one(Member, anna), PERSONAL_OFFERS, NOW)

    assert _tell(hub, anna, {"shopper": anna}) == []
