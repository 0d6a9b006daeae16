from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.contract.scan import ScanAnswer, Variant
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_change import note_article_change
from kiosk.hub.domain.basket.change import MOST_PIECES, Add, change_basket
from kiosk.hub.domain.basket.inquiry import Inquiry, find_asker, put_in, tell_article
from kiosk.hub.domain.visit.visit import close_visit, find_running
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.basket.goods import PEN, find_member, stock
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial

URL = "https://hub.example/take"


@pytest.fixture
def session(hub: Hub) -> Iterator[Session]:
    with hub.database.write() as session:
        yield session


def ask(code: str = PEN, by: str | None = None, number: int = 1) -> Inquiry:
    return Inquiry(f"s-{number}", STORE, FIRST_SCREEN, code, by)


def tell(hub: Hub, session: Session, code: str) -> ScanAnswer:
    return tell_article(hub, session, ask(code), URL)


def test_an_article_is_told_with_its_sisters_and_the_promotions_made_for_it(hub: Hub, session: Session) -> None:
    mittens, card = tell(hub, session, "4012345000108"), tell(hub, session, "4012345000146")

    assert mittens.variants == (Variant("L"),)
    assert (mittens.matching, mittens.take_url) == ((), URL)
    assert [title["en"] for title in card.matching] == ["5 postcards for the price of 4"]


def test_what_fell_in_price_comes_with_its_evidence(hub: Hub, session: Session, dial: Dial) -> None:
    mug = find_article(session, STORE, "04012345000016")
    assert mug
    dial.turn(timedelta(days=1))
    mug.price -= 1
    note_article_change(hub, session, mug, None)
    article = tell(hub, session, "4012345000016").article

    assert article
    assert (article.price, article.was, article.lowest_30d) == (
        Money(mug.price, "EUR"),
        Money(mug.price + 1, "EUR"),
        Money(mug.price + 1, "EUR"),
    )


def test_her_scan_lies_in_her_basket_and_begins_her_visit(hub: Hub, session: Session) -> None:
    stock(session)
    member = find_member(session)
    told = put_in(hub, session, ask(), member, tell(hub, session, PEN))
    visit = find_running(hub, session, member)

    assert visit
    assert told.guest
    assert (told.basket, told.guest.startswith(visit.id), told.take_url) == ("added", True, None)
    assert [line.code for line in list_basket_lines(session, [member.key])] == [PEN]
    assert find_asker(hub, session, ask()) is member
    assert find_asker(hub, session, ask(by=told.guest, number=2)) is member
    assert find_asker(hub, session, ask(by=visit.id, number=2)) is None
    assert find_asker(hub, session, replace(ask(by=told.guest, number=2), screen_id="another")) is None


def test_a_visit_that_is_over_is_nobodys(hub: Hub, session: Session) -> None:
    stock(session)
    member = find_member(session)
    guest = put_in(hub, session, ask(), member, tell(hub, session, PEN)).guest
    close_visit(session, member, hub.now())

    assert find_asker(hub, session, ask(by=guest, number=2)) is None


def test_a_basket_that_is_full_says_so_and_takes_nothing(hub: Hub, session: Session) -> None:
    stock(session)
    member = find_member(session)
    change_basket(hub, session, member, "first", Add(PEN))
    list_basket_lines(session, [member.key])[0].count = MOST_PIECES
    told = put_in(hub, session, ask(), member, tell(hub, session, PEN))

    assert (told.basket, told.take_url) == ("full", None)


def test_what_is_being_paid_takes_nothing_more_and_says_so(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    till.begin()
    with till.hub.database.write() as session:
        told = put_in(till.hub, session, ask(), till.get_member(session), tell(till.hub, session, PEN))

    assert (told.basket, told.take_url) == ("locked", None)
