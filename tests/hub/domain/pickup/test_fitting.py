from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from kiosk.contract.offer import Audience, Control
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.pickup.fitting import find_fitting
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.pickup.pickup import Pickup, PickupLine
from tests.hub.domain.basket.goods import find_member
from tests.hub.domain.pickup.orders import add_shop, place
from tests.hub.running import NOW

TEAPOT, WATCH, MITTENS_S, MITTENS_L = "04012345000030", "04012345000085", "04012345000108", "04012345000115"
SOUPS = "04012345000153"


def order(session: Session, hub: Hub, *codes: str) -> Pickup:
    """An order of these articles."""
    pickup = place(hub, session, add_shop(session), find_member(session).key)
    pickup.lines = tuple(PickupLine(code, "", 1) for code in codes)
    return pickup


def fit(session: Session, hub: Hub, *codes: str) -> str | None:
    """What fits an order of these articles."""
    return find_fitting(session, find_member(session), [order(session, hub, *codes)], NOW)


@pytest.mark.parametrize(
    ("codes", "offer"),
    [
        ((TEAPOT,), "o-vase"),
        ((WATCH,), "o-watch"),
        ((MITTENS_S, WATCH), "o-knits"),
        ((WATCH, MITTENS_S, TEAPOT), "o-knits"),
        ((SOUPS,), None),
        (("", "nothing"), None),
    ],
)
def test_it_is_the_most_important_of_the_department_of_most_of_the_order(
    hub: Hub, codes: tuple[str, ...], offer: str | None
) -> None:
    with hub.database.write() as session:
        assert fit(session, hub, *codes) == offer


def test_another_size_of_what_she_ordered_fits_better_and_the_same_one_not_at_all(hub: Hub) -> None:
    with hub.database.write() as session:
        session.get_one(Offer, "o-candle").gtin = MITTENS_L.lstrip("0")
        member, pickup = find_member(session), order(session, hub, MITTENS_S)
        fits = [find_fitting(session, member, [pickup], NOW)]
        session.get_one(Offer, "o-candle").gtin = MITTENS_S
        fits.append(find_fitting(session, member, [pickup], NOW))

    assert fits == ["o-candle", "o-knits"]


@pytest.mark.parametrize(
    "closed",
    [
        {"valid_from": NOW + timedelta(days=1)},
        {"valid_until": NOW},
        {"individual": True},
        {"audience": Audience(any=("tea",))},
        {"control": Control(0.1)},
        {"archived_at": NOW},
    ],
)
def test_what_is_not_for_everybody_now_fits_nothing(hub: Hub, closed: dict[str, object]) -> None:
    with hub.database.write() as session:
        session.execute(update(Offer).where(Offer.id == "o-vase").values(closed))
        assert fit(session, hub, TEAPOT) != "o-vase"


def test_who_allows_no_personal_offers_or_ordered_nothing_is_shown_none(hub: Hub) -> None:
    with hub.database.write() as session:
        member = find_member(session)
        nothing = find_fitting(session, member, [], NOW)
        withdraw(hub, session, member, PERSONAL_OFFERS)
        assert (nothing, fit(session, hub, TEAPOT)) == (None, None)


def test_every_department_of_the_sample_shop_that_has_an_offer_for_everybody_shows_one(hub: Hub) -> None:
    with hub.database.write() as session:
        codes = session.scalars(select(Article.code).where(Article.department.in_(("home", "wellness", "fashion"))))
        assert fit(session, hub, *codes) is not None
