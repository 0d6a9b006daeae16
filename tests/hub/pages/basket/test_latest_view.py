from datetime import timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.contract.offer import Audience
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add, SetCount, change_basket
from kiosk.hub.domain.basket.standing import gather_basket
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.price import ArticlePrice
from kiosk.hub.models.members.member import Member
from kiosk.hub.pages.basket.latest_view import LatestView, view_latest
from kiosk.hub.sample.shop import STORE
from kiosk.hub.text.words import ENGLISH
from tests.hub.domain.basket.goods import CHEESE_LABEL, make, stock
from tests.hub.running import NOW

CUP, POSTCARD, MITTENS, SCARF = "4012345000016", "4012345000146", "4012345000108", "4012345000115"


def view(hub: Hub, session: Session, *codes: str) -> LatestView | None:
    return view_latest(hub, session, make(hub, session, *(Add(code) for code in codes)), ENGLISH)


def test_an_empty_basket_tells_of_nothing_nor_does_one_with_what_is_sold_no_more(hub: Hub) -> None:
    with hub.database.write() as session:
        assert view(hub, session) is None

        assert view(hub, session, POSTCARD)
        card = find_article(session, STORE, f"0{POSTCARD}")
        assert card
        card.archived_at = NOW
        assert view(hub, session) is None


def test_the_last_one_is_told_with_its_price_its_stock_and_what_would_go_with_it(hub: Hub) -> None:
    with hub.database.write() as session:
        told = view(hub, session, POSTCARD)

    assert told
    assert told.tag
    assert (told.title, told.tag.price, told.tag.was, told.stock, told.family) == ("Postcard", "€1.50", "", "", "")
    assert [(hint.title, hint.text, hint.link) for hint in told.hints] == [
        ("5 postcards for the price of 4", "Something for it is still missing in your basket.", "")
    ]


def test_a_reduced_price_comes_with_its_evidence(hub: Hub) -> None:
    with hub.database.write() as session:
        for days, amount in ((90, "34.90"), (20, "32.00"), (10, "36.00")):
            since = NOW - timedelta(days=days)
            session.merge(ArticlePrice(store_id=STORE, code=f"0{CUP}", since=since, amount=Decimal(amount)))
        told = view(hub, session, CUP)

    assert told
    assert told.tag
    assert (told.tag.price, told.tag.was) == ("€29.90", "€36.00")
    assert told.tag.lowest_30d.startswith("Lowest price of the last 30 days: €32.00")


def test_an_offer_that_she_could_keep_leads_to_its_page_until_she_kept_one(hub: Hub) -> None:
    with hub.database.write() as session:
        mug = session.get_one(Offer, "o-mug")
        mug.audience = Audience()
        told = view(hub, session, CUP)
        bookmark = keep_offer(hub, session, mug, Tap("kept", "f", "uid", "a" * 64, NOW, "en"))
        session.flush()
        keeper = session.get_one(Member, bookmark.member_key)
        change_basket(hub, session, keeper, "c", Add(CUP))
        hers = view_latest(hub, session, gather_basket(hub, session, keeper), ENGLISH)

    assert told
    assert hers
    assert [hint.link for hint in told.hints] == ["/offers/o-mug?lang=en"]
    assert hers.hints == []


def test_variants_are_told_with_their_stock_and_without_those_that_are_gone(hub: Hub) -> None:
    with hub.database.write() as session:
        large = find_article(session, STORE, f"0{SCARF}")
        assert large
        told = list[LatestView | None]()
        for count in (None, 5, 0):
            large.stock = count
            session.flush()
            told.append(view(hub, session, MITTENS))

    assert [one.family for one in told if one] == ["Also in L", "Also in L (5 left)", ""]


def test_what_is_sold_out_says_so_and_what_a_label_prices_has_no_tag(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        cup = find_article(session, STORE, f"0{CUP}")
        assert cup
        cup.stock = 0
        labelled = view(hub, session, CHEESE_LABEL)
        make(hub, session, SetCount(make(hub, session).lines[0].line.id, 0))
        out = view(hub, session, CUP)

    assert out
    assert labelled
    assert (out.stock, labelled.tag) == ("Not in stock at present", None)
