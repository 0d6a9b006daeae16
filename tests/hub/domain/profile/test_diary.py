from decimal import Decimal

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.diary import Origin, keep_fact, list_facts
from kiosk.hub.domain.profile.trait import KEPT
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.sample.shop import STORE, TILL
from tests.hub.domain.profile.facts import make_fact, make_order
from tests.hub.running import NOW

ORIGIN = Origin(STORE, "shop", "e-1")


@pytest.fixture
def key(hub: Hub) -> str:
    with hub.database.write() as session:
        session.add(Member(key="s_1", store_id=STORE, joined_at=NOW, language="de", segments=[]))
    return "s_1"


def test_a_fact_is_kept_once_and_told_as_it_was(hub: Hub, key: str) -> None:
    fact = make_order("a", "12.90", 3)
    with hub.database.write() as session:
        assert keep_fact(session, ORIGIN, key, fact)
        assert not keep_fact(session, ORIGIN, key, make_fact("viewed"))

        assert list_facts(session, [key], NOW) == [fact]


def test_receipts_and_events_are_told_in_the_order_of_their_times(hub: Hub, key: str) -> None:
    with hub.database.write() as session:
        for number, days in enumerate((1, 3)):
            keep_fact(session, Origin(STORE, "shop", f"e-{number}"), key, make_fact("viewed", days))
        receipt = Receipt(
            store_id=STORE,
            till_id=TILL,
            id="r",
            fingerprint="f",
            bought_at=make_fact("bought", 2).at,
            total=Decimal(5),
            currency="EUR",
            lines=[],
            was_known=True,
            member_key=key,
        )
        session.add(receipt)
        session.flush()

        assert [fact.kind for fact in list_facts(session, [key], NOW)] == ["viewed", "bought", "viewed"]


def test_what_lies_beyond_all_windows_is_not_told(hub: Hub, key: str) -> None:
    with hub.database.write() as session:
        keep_fact(session, ORIGIN, key, make_fact("viewed", KEPT.days + 1))

        assert list_facts(session, [key], NOW) == []
