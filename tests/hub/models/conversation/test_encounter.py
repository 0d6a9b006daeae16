from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget
from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.benefits.programme import Programme
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.encounter import Approach, Encounter, Goods, Owner, meet
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.tombstone import Tombstone, lay_tombstones
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW
from tests.hub.told_webhooks import add_webhook

CARD = Approach(STORE, "o-lamp", "b", "uid", A_HASH, NOW)


def _meet(hub: Hub, approach: Approach = CARD) -> Encounter:
    with hub.database.read() as session:
        return meet(session, approach)


def _keep(hub: Hub) -> Owner:
    with hub.database.write() as session:
        row = keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))
        return Owner(row.member_key, NOW, row.conversation_id)


def test_of_a_card_that_nobody_knows_there_is_the_offer_alone(hub: Hub) -> None:
    met = _meet(hub)

    assert met.goods == Goods("o-lamp", {"de": "Pilzleuchte", "en": "Mushroom lamp"}, None, None)
    assert (met.owner, met.kept, met.is_told) == (None, None, False)


def test_of_a_card_that_kept_something_there_is_its_owner_and_what_was_kept_under_the_id(hub: Hub) -> None:
    owner = _keep(hub)
    met, next_time = _meet(hub), _meet(hub, replace(CARD, bookmark_id="other"))

    assert (met.owner, met.kept) == (owner, "f")
    assert (next_time.owner, next_time.kept) == (owner, None)


def test_who_turned_out_to_be_somebody_is_that_person(hub: Hub) -> None:
    before = _keep(hub)
    with hub.database.write() as session:
        session.add(Member(key="s_person", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        session.get_one(Member, before.key).person_key = "s_person"

    assert _meet(hub).owner == Owner("s_person", NOW, None)


@pytest.mark.parametrize("change", [{"offer_id": "o-nothing"}, {"store_id": "hamburg"}])
def test_an_offer_that_the_store_does_not_have_is_none(hub: Hub, change: dict[str, str]) -> None:
    assert _meet(hub, replace(CARD, **change)).goods is None


def test_the_budget_comes_with_the_offer_and_the_rules_with_the_store(hub: Hub) -> None:
    budget = Budget(Money(Decimal(50), "EUR"), Money(Decimal(5), "EUR"))
    with hub.database.write() as session:
        session.get_one(Offer, "o-lamp").budget = budget
        session.get_one(Programme, STORE).stated = {"coupons": {"days": 3}}
    add_webhook(hub, "w")
    met = _meet(hub)

    assert met.goods
    assert (met.goods.budget, met.coupons, met.stamps, met.is_told) == (budget, {"days": 3}, None, True)


def test_a_store_without_a_programme_states_nothing(hub: Hub) -> None:
    with hub.database.write() as session:
        session.delete(session.get_one(Programme, STORE))
    met = _meet(hub)

    assert (met.coupons, met.stamps) == (None, None)


def test_once_a_coupon_of_the_offer_was_issued_its_accounts_are_open(hub: Hub) -> None:
    approach = replace(CARD, offer_id="o-mug")
    before = _meet(hub, approach)
    _keep(hub)

    assert before.accounts == ()
    assert [(one.kind, one.owner, one.balance) for one in _meet(hub, approach).accounts] == [
        ("stock", "o-mug", -1),
        ("issued", "o-mug", 1),
    ]


def test_whether_somebody_was_erased_is_asked_of_the_time_since_it_was_shown(hub: Hub) -> None:
    with hub.database.write() as session:
        lay_tombstones(session, [Tombstone(hash=A_HASH, erased_at=NOW)])

    assert not _meet(hub).has_erased
    assert _meet(hub, replace(CARD, shown_at=NOW - timedelta(seconds=1))).has_erased
