from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from kiosk.contract.money import UnitPrice
from kiosk.contract.offer import Audience
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_row import take_article_row
from kiosk.hub.domain.basket.facts import Facts, gather_month
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.sample.shop import STORE
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Bundle, Effect, Part, Percentage
from tests.hub.domain.basket.goods import APPLES, CHEESE, PEN, stock
from tests.hub.running import NOW, Dial

CUP, MITTENS = "04012345000016", "04012345000108"
TENTH = Percentage(Decimal(10))


def gather(hub: Hub, session: Session, code: str, benefits: Sequence[Benefit] = ()) -> Facts:
    article = find_article(session, STORE, code)
    assert article
    return gather_month(session, article, benefits, hub.now())


def make_benefit(effect: Effect, *marks: str) -> Benefit:
    return Benefit("b", {"en": "B"}, effect, StackGroup(0, "offer"), frozenset(marks))


def test_a_price_that_fell_comes_with_the_lowest_of_the_30_days_before(hub: Hub, dial: Dial) -> None:
    row = {"code": "4006381333931", "title": "Pen", "vat": "full"}
    with hub.database.write() as session:
        for days, price in ((0, "2.00"), (40, "1.80"), (50, "2.20"), (60, "1.50")):
            dial.time = NOW + timedelta(days=days)
            take_article_row(hub, session, STORE, {**row, "price": price})
        stated = gather(hub, session, PEN).stated

    assert stated.price
    assert stated.was
    assert stated.lowest_30d
    assert [str(one.amount) for one in (stated.price, stated.was, stated.lowest_30d)] == ["1.50", "2.20", "1.80"]


def test_what_a_label_prices_has_no_price_of_its_own(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)

        assert gather(hub, session, CHEESE).stated.price is None


def test_what_is_weighed_is_told_by_the_kilogram_and_what_is_packed_with_its_unit_price(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        pen = find_article(session, STORE, PEN)
        assert pen
        pen.content, pen.content_per = Decimal("0.5"), "1 kg"
        packed, weighed = gather(hub, session, PEN).stated, gather(hub, session, APPLES).stated

    assert (packed.unit, packed.unit_price) == ({}, UnitPrice(Decimal("4.00"), "EUR", "1 kg"))
    assert (weighed.unit["de"], weighed.unit_price) == ("je kg", None)


def test_its_other_variants_are_told(hub: Hub) -> None:
    with hub.database.write() as session:
        assert [one.variant for one in gather(hub, session, MITTENS).family] == ["L"]


@pytest.mark.parametrize(
    ("effect", "marks", "is_told"),
    [
        (TENTH, [f"article:{CUP}"], True),
        (TENTH, ["department:home"], True),
        (TENTH, ["department:food"], False),
        (TENTH, [], False),
        (Bundle((Part(frozenset({f"article:{CUP}"})), Part(frozenset({"department:food"}))), Decimal(9)), [], True),
        (Bundle((Part(frozenset({f"article:{PEN}"})), Part(frozenset())), Decimal(9)), [], False),
        (Bundle((Part(frozenset(), 3),), Decimal(9)), ["department:home"], True),
    ],
)
def test_benefits_are_told_that_are_made_for_it_and_not_for_all_goods(
    hub: Hub, effect: Effect, marks: list[str], *, is_told: bool
) -> None:
    benefit = make_benefit(effect, *marks)
    with hub.database.write() as session:
        assert gather(hub, session, CUP, [benefit]).benefits == ((benefit,) if is_told else ())


@pytest.mark.parametrize(
    ("change", "ids"),
    [
        ({}, ["o-mug"]),
        ({"valid_from": NOW + timedelta(days=1)}, []),
        ({"valid_until": NOW}, []),
        ({"archived_at": NOW}, []),
        ({"individual": True}, []),
        ({"audience": Audience(all=("ceramics",))}, []),
        ({"gtin": "4006381333931"}, []),
        ({"gtin": "4012345000016"}, ["o-mug"]),
    ],
)
def test_offers_are_told_that_anybody_may_have_now(hub: Hub, change: dict[str, object], ids: list[str]) -> None:
    with hub.database.write() as session:
        mug = session.get_one(Offer, "o-mug")
        mug.audience = Audience()
        for name, value in change.items():
            setattr(mug, name, value)
        session.flush()

        assert [offer.id for offer in gather(hub, session, CUP).offers] == ids
