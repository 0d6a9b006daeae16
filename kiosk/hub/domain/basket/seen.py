"""What a member saw of her prices: she agrees to these, and not to what they become a moment later."""

from collections.abc import Collection, Mapping
from decimal import Decimal

import msgspec
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article, map_articles
from kiosk.pricing.priced import PricedBasket


def map_sold(session: Session, store_id: str, lines: Collection[BasketLine]) -> dict[str, Article]:
    """The articles of these lines that are sold, by their codes."""
    found = map_articles(session, store_id, {line.code for line in lines})
    return {code: article for code, article in found.items() if article.archived_at is None}


def reckon_seen(article: Article) -> Decimal:
    """What a member sees that it costs: the price with its deposit."""
    return article.price + article.deposit


def mark_shown(lines: Collection[BasketLine], articles: Mapping[str, Article]) -> str:
    """What tells these lines at these prices from any others."""
    sold = [line for line in lines if line.code in articles]
    prices = (f"{line.id} {line.count} {reckon_seen(articles[line.code]):f}" for line in sold)
    return digest("\n".join(sorted(prices)))


def mark_bill(priced: PricedBasket, tendered: Collection[tuple[Unit, int]], due: Money) -> str:
    """What tells what is left to be paid, and what that is made of, from any other, however the basket came to it."""
    return digest(msgspec.json.encode((priced.lines, tendered, due), order="deterministic").decode())


def mark_deal(version: int, priced: PricedBasket, due: Money) -> str:
    """What tells this basket at this price, paid so, from any other: with less than this nobody agreed to pay."""
    return digest(msgspec.json.encode((version, priced.lines, due), order="deterministic").decode())
