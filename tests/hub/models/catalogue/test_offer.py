from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from kiosk.contract.daypart import Daypart
from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.offer import Audience, Budget, Caps, Control, Validity
from kiosk.contract.rule import Condition, Visits
from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.offer import ContentRefused, Offer, find_offer, list_offers, state_offer
from kiosk.hub.models.catalogue.price import Price
from kiosk.hub.sample.shop import STORE

AUDIENCE = Audience(all=("a", Condition(any=(Condition(visits=Visits(at_least=3)), "vip"))), none=("b",))

BUDGET = Budget(Money(Decimal("100.00"), "EUR"), Money(Decimal("2.50"), "EUR"))


def _add(hub: Hub, offer: Offer, *amounts: str) -> None:
    with hub.database.write() as session:
        session.add(offer)
        session.flush()
        for days, amount in enumerate(amounts, start=1):
            since = hub.now() - timedelta(days=100 - days)
            session.add(Price(offer_id=offer.id, since=since, amount=Decimal(amount)))


def test_an_offer_is_stated_with_all_that_is_kept_of_it(hub: Hub) -> None:
    until = datetime(2026, 12, 24, 12, tzinfo=UTC)
    _add(
        hub,
        Offer(
            id="o-soap",
            store_id=STORE,
            title={"en": "Soap"},
            text={},
            currency="EUR",
            individual=True,
            unit={"en": "80 g"},
            content=Decimal("0.8"),
            content_per="100 g",
            gtin="04012345678901",
            audience=AUDIENCE,
            zones=["bath"],
            valid_until=until,
            dayparts=[{"days": ["mon"], "from": "09:00", "until": "12:00"}],
            per_shopper_day=3,
            bookmarkable=False,
        ),
        "8.00",
    )
    with hub.database.read() as session:
        offer = find_offer(session, "o-soap")
        assert offer
        stated = state_offer(offer, hub.now(), "https://hub.example/offers/o-soap")

    assert stated.price == Money(Decimal("8.00"), "EUR")
    assert stated.unit_price == UnitPrice(Decimal("10.00"), "EUR", "100 g")
    assert stated.audience == AUDIENCE
    assert stated.valid == Validity(None, until)
    assert stated.dayparts == (Daypart("09:00", "12:00", ("mon",)),)
    assert stated.caps == Caps(per_shopper_day=3)
    assert (stated.individual, stated.bookmarkable, stated.gtin) == (True, False, "04012345678901")
    assert stated.link == "https://hub.example/offers/o-soap"


def test_what_bounds_an_offer_is_stated(hub: Hub) -> None:
    offer = Offer(id="o-soap", store_id=STORE, title={"en": "Soap"}, text={}, currency="EUR")
    offer.per_screen_day, offer.budget, offer.control = 9, BUDGET, Control(0.1)
    _add(hub, offer)

    with hub.database.read() as session:
        stated = state_offer(session.get_one(Offer, "o-soap"), hub.now())

    assert stated.caps == Caps(per_screen_day=9)
    assert (stated.budget, stated.control) == (BUDGET, Control(0.1))


def test_an_offer_without_a_price_is_stated_without_one(hub: Hub) -> None:
    _add(hub, Offer(id="o-talk", store_id=STORE, title={"en": "Talk"}, text={}, currency="EUR", content=Decimal(1)))

    with hub.database.read() as session:
        offer = find_offer(session, "o-talk")
        assert offer
        stated = state_offer(offer, hub.now())

    assert (stated.price, stated.was, stated.lowest_30d, stated.unit_price) == (None, None, None, None)


@pytest.mark.parametrize("content", ["0", "-1", "0.0000001", "1e9", "nan", "inf"])
def test_a_content_from_which_no_unit_price_follows_is_refused(content: str) -> None:
    with pytest.raises(ContentRefused, match="lie between"):
        Offer(id="o-dust", store_id=STORE, title={}, text={}, currency="EUR", content=Decimal(content))


def test_a_unit_price_that_no_tag_could_carry_is_left_out(hub: Hub) -> None:
    gem = Offer(id="o-gem", store_id=STORE, title={"en": "Gem"}, text={}, currency="EUR")
    gem.content, gem.content_per = Decimal("0.001"), "kg"
    _add(hub, gem, "90000")

    with hub.database.read() as session:
        offer = find_offer(session, "o-gem")
        assert offer
        stated = state_offer(offer, hub.now())

    assert (stated.price, stated.unit_price) == (Money(Decimal(90000), "EUR"), None)


def test_the_most_important_offer_comes_first(hub: Hub) -> None:
    with hub.database.read() as session:
        priorities = [offer.priority for offer in list_offers(session, STORE)]

    assert priorities == sorted(priorities, reverse=True)


def test_another_store_has_other_offers(hub: Hub) -> None:
    with hub.database.read() as session:
        assert list_offers(session, "hamburg") == []
