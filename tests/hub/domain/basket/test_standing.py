from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add, SetCount
from kiosk.hub.domain.basket.standing import BasketStanding
from kiosk.hub.models.basket.basket_line import Way
from kiosk.hub.models.catalogue.article import Article, find_article
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import APPLES, APPLES_LABEL, PEN, WINE, make, stock
from tests.hub.running import NOW


def get_pen(session: Session) -> Article:
    pen = find_article(session, STORE, PEN)
    assert pen
    return pen


def add_pens(hub: Hub, session: Session, way: Way, count: int) -> BasketStanding:
    line = next(one.line for one in make(hub, session, Add(PEN, way)).lines if one.line.way == way)
    return make(hub, session, SetCount(line.id, count))


def test_an_empty_basket_costs_nothing_and_is_not_paid(hub: Hub) -> None:
    with hub.database.write() as session:
        standing = make(hub, session)

    assert (standing.lines, standing.version, standing.is_payable) == ((), 0, False)
    assert standing.priced.total == 0


@pytest.mark.parametrize(("price", "notes"), [("2.50", ("price_rose",)), ("1.50", ("price_fell",))])
def test_a_price_that_rose_asks_her_and_one_that_fell_is_hers(hub: Hub, price: str, notes: tuple[str, ...]) -> None:
    with hub.database.write() as session:
        stock(session)
        make(hub, session, Add(PEN))
        get_pen(session).price = Decimal(price)
        standing = make(hub, session)

    assert standing.lines[0].notes == notes
    assert standing.is_payable is ("price_fell" in notes)
    assert str(standing.priced.total) == price


def test_what_is_sold_no_more_stays_to_be_seen_and_costs_nothing(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        make(hub, session, Add(PEN))
        get_pen(session).archived_at = NOW
        standing = make(hub, session)

    assert standing.lines[0].notes == ("not_sold",)
    assert str(standing.priced.total) == "0.00"
    assert not standing.is_payable


@pytest.mark.parametrize(("code", "scan"), [(PEN, PEN), (APPLES, APPLES_LABEL)])
@pytest.mark.parametrize("sold_by", ["piece", "weight", "label"])
def test_what_is_sold_by_another_measure_by_now_costs_nothing_and_can_be_taken_out(
    hub: Hub, code: str, scan: str, sold_by: str
) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(scan)).lines
        article = find_article(session, STORE, code)
        assert article
        is_same, article.sold_by = article.sold_by == sold_by, sold_by
        standing = make(hub, session)

        assert standing.is_payable is is_same
        assert standing.lines[0].notes == (() if is_same else ("scan_again",))
        assert (standing.priced.total > 0) is is_same
        assert make(hub, session, SetCount(line.line.id, 0)).lines == ()


def test_a_line_that_came_before_its_code_was_refused_does_not_keep_the_basket_shut(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        make(hub, session, Add(PEN))
        apples = next(one.line for one in make(hub, session, Add(APPLES_LABEL)).lines if one.line.code == APPLES)
        apples.count = 5
        standing = make(hub, session)

    assert {one.line.code: one.notes for one in standing.lines} == {APPLES: ("scan_again",), PEN: ()}
    assert (str(standing.priced.total), standing.is_payable) == ("2.00", False)


@pytest.mark.parametrize(("way", "notes"), [("take", ()), ("pick_up", ("too_few",)), ("home", ("too_few",))])
def test_the_list_counts_for_what_is_fetched_and_not_for_what_she_holds(
    hub: Hub, way: Way, notes: tuple[str, ...]
) -> None:
    with hub.database.write() as session:
        stock(session)

        assert add_pens(hub, session, way, 3).lines[0].notes == ()
        assert make(hub, session, Add(PEN, way)).lines[0].notes == notes


@pytest.mark.parametrize("way", ["pick_up", "home"])
def test_of_what_is_sold_out_none_is_fetched(hub: Hub, way: Way) -> None:
    with hub.database.write() as session:
        stock(session)
        make(hub, session, Add(PEN, way))
        article = find_article(session, STORE, PEN)
        assert article
        article.stock = 0
        standing = make(hub, session)

    assert [(one.notes, one.left) for one in standing.lines] == [(("sold_out",), 0)]
    assert not standing.is_payable


def test_pieces_that_are_fetched_in_two_ways_are_counted_together(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        add_pens(hub, session, "home", 2)

        assert [one.notes for one in add_pens(hub, session, "pick_up", 2).lines] == [("too_few",), ("too_few",)]


def test_what_asks_an_age_waits_for_somebody_to_look(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        (line,) = make(hub, session, Add(WINE)).lines
        assert line.notes == ("asks_age",)
        line.line.approved_age = 18

        assert make(hub, session).is_payable
