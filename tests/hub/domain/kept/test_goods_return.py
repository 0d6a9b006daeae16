from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.takeback import Taken
from kiosk.hub.domain.kept.goods_return import ToldReturn, take_return
from kiosk.hub.domain.profile.receipt import Bill, Buyer, keep_receipt
from kiosk.hub.models.members.consent import withdraw_consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.profile import Profile
from kiosk.hub.models.store.till import Till
from kiosk.hub.sample.shop import STORE, TILL
from tests.hub.running import NOW
from tests.hub.shop_window import list_allowing

_LINES = [{"category": "Home", "amount": "30.00"}, {"category": "Tea", "amount": "10.00"}]
_BILL = Bill("r", "f", NOW, Decimal("40.00"), "EUR", _LINES)
_ALL = ToldReturn("back", "f", TILL, "r", NOW, None)


def _buy(hub: Hub, *, is_allowed: bool = True) -> str:
    with hub.database.write() as session:
        anna = list_allowing(session)[0]
        if not is_allowed:
            withdraw_consent(session, session.get_one(Member, anna), PERSONAL_OFFERS, NOW)
        keep_receipt(hub, session, session.get_one(Till, (STORE, TILL)), _BILL, lambda: Buyer(anna, None))
    return anna


def _bring_back(hub: Hub, told: ToldReturn) -> tuple[list[Taken], bool]:
    with hub.database.write() as session:
        return take_return(hub, session, session.get_one(Till, (STORE, TILL)), told)


def _read_profile(hub: Hub, key: str) -> tuple[Mapping[str, float], set[str]]:
    with hub.database.read() as session:
        traits = session.get_one(Profile, key).traits
    return traits["amounts"], set(traits["shelves"])


def test_a_profile_knows_what_she_kept_and_nothing_of_what_she_brought_back(hub: Hub) -> None:
    anna = _buy(hub)
    _bring_back(hub, replace(_ALL, quantities={0: Decimal(1)}))
    amounts, shelves = _read_profile(hub, anna)
    assert (amounts["value_365_days"], amounts["orders_30_days"], shelves) == (10.0, 1, {"tea"})

    _bring_back(hub, replace(_ALL, id="rest"))
    amounts, shelves = _read_profile(hub, anna)
    assert (amounts["orders_30_days"], shelves) == (0, set())


def test_who_is_in_no_profile_brings_goods_back_as_anybody(hub: Hub) -> None:
    _buy(hub, is_allowed=False)

    assert [_bring_back(hub, _ALL) for _ in range(2)] == [([], True), ([], False)]
