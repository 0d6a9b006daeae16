from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.receipt import Bill, Buyer, keep_receipt
from kiosk.hub.models.members.consent import withdraw_consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.profile import Profile
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE, TILL
from tests.hub.running import NOW
from tests.hub.shop_window import list_allowing

BILL = Bill("r", "f", NOW, Decimal("9.50"), "EUR", [{"category": "Home", "amount": "9.50"}])


@pytest.fixture
def anna(hub: Hub) -> str:
    with hub.database.read() as session:
        return list_allowing(session)[0]


def test_a_receipt_goes_to_her_profile_and_is_asked_for_once(hub: Hub, anna: str) -> None:
    asked: list[str] = []

    def find_buyer() -> Buyer:
        asked.append(anna)
        return Buyer(anna, None)

    with hub.database.write() as session:
        till = session.get_one(Till, (STORE, TILL))
        kept = [keep_receipt(hub, session, till, BILL, find_buyer) for _ in range(2)]
        profile = session.get_one(Profile, anna)

    assert ([is_new for _, is_new in kept], asked) == ([True, False], [anna])
    assert profile.traits["amounts"]["value_365_days"] == 9.5


def test_another_one_under_the_same_id_is_refused(hub: Hub) -> None:
    with hub.database.write() as session:
        till = session.get_one(Till, (STORE, TILL))
        keep_receipt(hub, session, till, BILL, lambda: None)

        with pytest.raises(Problem, match="Another receipt"):
            keep_receipt(hub, session, till, replace(BILL, fingerprint="g"), lambda: None)


def test_of_who_does_not_allow_it_the_receipt_is_nobodys(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        withdraw_consent(session, session.get_one(Member, anna), PERSONAL_OFFERS, NOW)
        receipt, _ = keep_receipt(hub, session, session.get_one(Till, (STORE, TILL)), BILL, lambda: Buyer(anna, None))

        assert (receipt.member_key, receipt.was_known) == (None, False)


def test_nothing_was_bought_in_the_future(hub: Hub) -> None:
    with hub.database.write() as session:
        till = session.get_one(Till, (STORE, TILL))
        ahead = replace(BILL, bought_at=NOW + timedelta(days=9))

        assert keep_receipt(hub, session, till, ahead, lambda: None)[0].bought_at == NOW
