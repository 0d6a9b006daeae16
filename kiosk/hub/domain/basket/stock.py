"""How many pieces of what lies in a basket can be fetched from the store's stock for her."""

from collections import Counter
from collections.abc import Collection, Mapping

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.domain.basket.goods import find_code
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.settlement.settlement import list_open_bills


class Stock(Struct, frozen=True):
    """By article: how many pieces are `fetched` for her, and how many are `left` to be, where somebody counts."""

    fetched: Mapping[str, int]
    left: Mapping[str, int]


def count_stock(
    session: Session,
    store_id: str,
    keys: Collection[str],
    lines: Collection[BasketLine],
    articles: Mapping[str, Article],
) -> Stock:
    """It, as it is now: what others pay for at this moment is there for nobody, and what she takes along is gone."""
    fetched, taken = Counter[str](), Counter[str]()
    for line in lines:
        (taken if line.way == "take" else fetched)[line.code] += line.count
    counted = {code: article.stock for code, article in articles.items() if article.stock is not None and fetched[code]}
    laid_by = _count_laid_by(session, store_id, keys) if counted else Counter[str]()
    return Stock(fetched, {code: max(stock - laid_by[code] - taken[code], 0) for code, stock in counted.items()})


def _count_laid_by(session: Session, store_id: str, keys: Collection[str]) -> Counter[str]:
    pieces = Counter[str]()
    for bill in list_open_bills(session, store_id, keys):
        for one in bill.lines:
            pieces[find_code(one.line)] += one.line.count
    return pieces
