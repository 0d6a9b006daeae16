from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.benefits import list_benefits
from kiosk.hub.domain.basket.change import Add, change_basket
from kiosk.hub.domain.basket.standing import gather_basket
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.promotion import Promotion, set_promotions
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Amount, Percentage
from tests.hub.domain.basket.goods import PEN, stock
from tests.hub.running import NOW

OFFER = "o-mug"
CARD = "a" * 64


def keep_mug(hub: Hub, session: Session, price: str = "29.90") -> Bookmark:
    """Have the mug, which is offered at 22.90, cost this at the shelf, and let somebody keep its offer."""
    stock(session)
    article, offer = find_article(session, STORE, PEN), session.get_one(Offer, OFFER)
    assert article
    article.price, offer.gtin = Decimal(price), PEN.removeprefix("0")
    bookmark = keep_offer(hub, session, offer, Tap("kept", "f", "uid", CARD, NOW, "en"))
    session.flush()
    return bookmark


def test_a_kept_offer_takes_off_what_its_article_costs_beyond_it_once(hub: Hub) -> None:
    with hub.database.write() as session:
        bookmark = keep_mug(hub, session)
        (benefit,) = list_benefits(session, STORE, [bookmark.member_key], NOW, ())

    assert benefit.effect == Amount(Decimal("7.00"))
    assert (benefit.id, benefit.most, benefit.source) == ("kept", 1, "coupon")
    assert benefit.marks == {f"article:{PEN}"}


@pytest.mark.parametrize("end", [{"state": "redeemed"}, {"expires_at": NOW}, {"member_key": None}])
def test_one_that_was_used_is_over_or_anothers_takes_nothing_off(hub: Hub, end: dict[str, Any]) -> None:
    with hub.database.write() as session:
        bookmark = keep_mug(hub, session)
        keys = [bookmark.member_key] if "member_key" not in end else ["s_other"]
        for name, value in end.items():
            if value is not None:
                setattr(bookmark, name, value)
        session.flush()

        assert list_benefits(session, STORE, keys, NOW, ()) == []


def test_an_offer_that_is_over_or_dearer_than_the_shelf_takes_nothing_off(hub: Hub) -> None:
    with hub.database.write() as session:
        bookmark = keep_mug(hub, session, "20.00")
        assert list_benefits(session, STORE, [bookmark.member_key], NOW, ()) == []
        article = find_article(session, STORE, PEN)
        assert article
        article.price = Decimal("29.90")
        session.get_one(Offer, OFFER).valid_until = NOW

        assert list_benefits(session, STORE, [bookmark.member_key], NOW, ()) == []


def test_an_offer_that_was_kept_often_is_one_promise(hub: Hub) -> None:
    with hub.database.write() as session:
        bookmark = keep_mug(hub, session)
        again = Tap("later", "f", "uid", CARD, NOW + timedelta(minutes=1), "en")
        keep_offer(hub, session, session.get_one(Offer, OFFER), again)
        (benefit,) = list_benefits(session, STORE, [bookmark.member_key], NOW, ())

    assert benefit.id == "kept"


@pytest.mark.parametrize(("price", "saving"), [("22.905", "6.99"), ("22.904", "7.00")])
def test_an_offer_in_parts_of_a_cent_costs_the_nearest_cent(hub: Hub, price: str, saving: str) -> None:
    with hub.database.write() as session:
        bookmark = keep_mug(hub, session)
        session.get_one(Offer, OFFER).prices[-1].amount = Decimal(price)
        (benefit,) = list_benefits(session, STORE, [bookmark.member_key], NOW, ())

    assert benefit.effect == Amount(Decimal(saving))


def test_of_weighed_goods_the_heaviest_piece_costs_what_the_offer_asks_a_kilogram(hub: Hub) -> None:
    with hub.database.write() as session:
        bookmark = keep_mug(hub, session, "30.54")
        member = session.get_one(Member, bookmark.member_key)
        article = find_article(session, STORE, PEN)
        assert article
        article.sold_by = "weight"
        for grams in ("000100", "000333", "000200"):
            change_basket(hub, session, member, grams, Add(f"(01){PEN}(3103){grams}"))
        priced = gather_basket(hub, session, member).priced

    # Each 30.54 a kilogram, and 0.333 kg at the offer's 22.90.
    assert sorted(str(one.total) for one in priced.lines) == ["3.05", "6.11", "7.63"]


def test_promotions_hold_for_everybody_while_they_hold(hub: Hub) -> None:
    benefit = Benefit("ten", {"en": "Ten off"}, Percentage(Decimal(10)), StackGroup(0, "offer"))
    with hub.database.write() as session:
        set_promotions(session, STORE, [Promotion(store_id=STORE, id="ten", benefit=benefit, valid_until=NOW)])

        assert list_benefits(session, STORE, ["s_any"], NOW - timedelta(hours=1), ()) == [benefit]
        assert list_benefits(session, STORE, ["s_any"], NOW, ()) == []
