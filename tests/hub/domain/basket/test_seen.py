from decimal import Decimal

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Accept, Add
from kiosk.hub.domain.basket.seen import map_sold, mark_shown, reckon_seen
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import PEN, WINE, make, stock
from tests.hub.running import NOW


def test_a_price_is_seen_with_its_deposit_and_shown_as_long_as_it_stays(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        lines = [one.line for one in make(hub, session, Add(PEN), Add(WINE)).lines]
        articles = map_sold(session, STORE, lines)
        shown = mark_shown(lines, articles)

        assert mark_shown(lines[::-1], articles) == shown
        articles[PEN].deposit = Decimal("0.25")
        assert reckon_seen(articles[PEN]) == Decimal("2.25")
        assert mark_shown(lines, articles) != shown
        articles[WINE].archived_at = NOW
        assert set(map_sold(session, STORE, lines)) == {PEN}


def test_she_accepts_what_she_was_shown_and_nothing_that_came_after(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        pen = find_article(session, STORE, PEN)
        assert pen
        make(hub, session, Add(PEN))
        pen.price = Decimal("3.00")
        shown = make(hub, session).shown
        pen.price = Decimal("300.00")

        assert make(hub, session, Accept(shown)).lines[0].notes == ("price_rose",)
        assert make(hub, session, Accept(make(hub, session).shown)).lines[0].notes == ()
        pen.deposit = Decimal(25)
        assert make(hub, session).lines[0].notes == ("price_rose",)
