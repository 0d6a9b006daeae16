"""How what is sold leaves the store's stock, and what comes back may be for sale again.

What is counted wrong, as where a piece is bought that the list does not know of, is no reason to refuse a sale: a stock
falls to none, and not below. Each change is noted with its time, for who counts and brings the number in later.
"""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_change import note_stock_change
from kiosk.hub.domain.basket.goods import find_code
from kiosk.hub.models.catalogue.article import map_articles
from kiosk.hub.models.catalogue.stock_move import StockMove
from kiosk.pricing.priced import PricedBasket


def count_pieces(bill: PricedBasket, counts: Mapping[str, int]) -> Counter[str]:
    """How many pieces of each article so many pieces of these lines are."""
    pieces = Counter[str]()
    for one in bill.lines:
        pieces[find_code(one.line)] += counts.get(one.line.id, 0)
    return pieces


def count_sold(bill: PricedBasket) -> Counter[str]:
    """How many pieces of each article are on this bill."""
    return count_pieces(bill, {one.line.id: one.line.count for one in bill.lines})


def lower_stock(hub: Hub, session: Session, store_id: str, pieces: Mapping[str, int]) -> None:
    """So many of each are there no more, as far as anybody counts them."""
    _change(hub, session, store_id, {code: -count for code, count in pieces.items()})


def raise_stock(hub: Hub, session: Session, store_id: str, pieces: Mapping[str, int]) -> None:
    """So many of each are for sale again, as far as anybody counts them."""
    _change(hub, session, store_id, pieces)


def _change(hub: Hub, session: Session, store_id: str, changes: Mapping[str, int]) -> None:
    wanted = {code: count for code, count in changes.items() if count}
    for code, article in map_articles(session, store_id, wanted).items():
        session.add(StockMove(store_id=store_id, code=code, pieces=wanted[code], moved_at=hub.now()))
        if article.stock is not None:
            before, article.stock = article.stock, max(article.stock + wanted[code], 0)
            note_stock_change(hub, session, article, before)
