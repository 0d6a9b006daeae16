"""What an article cost, noted as it changes, and for how long a fall in price is announced as a reduction."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.price import ArticlePrice, Reduction, reckon_reduction

_ANNOUNCED = timedelta(days=30)
"""So long after it a fall in price is told as a reduction: an old one is the price."""


def note_price(session: Session, article: Article, now: datetime) -> None:
    """Have it on record that the article costs this from now on, if it did not cost that before."""
    history = list_article_prices(session, article)
    if history and history[-1].amount == article.price:
        return
    session.merge(ArticlePrice(store_id=article.store_id, code=article.code, since=now, amount=article.price))
    session.flush()


def list_article_prices(session: Session, article: Article) -> list[ArticlePrice]:
    """All prices that the article had, in the order of time."""
    query = select(ArticlePrice).where(ArticlePrice.store_id == article.store_id, ArticlePrice.code == article.code)
    return list(session.scalars(query.order_by(ArticlePrice.since)))


def reckon_article_reduction(history: Sequence[ArticlePrice], now: datetime) -> Reduction:
    """The price at `now`, and the evidence for its reduction as long as that is announced."""
    reduction = reckon_reduction(history, now)
    is_old = reduction.was is not None and _find_last(history, now) <= now - _ANNOUNCED
    return Reduction(reduction.amount) if is_old else reduction


def _find_last(history: Sequence[ArticlePrice], now: datetime) -> datetime:
    return max(price.since for price in history if price.since <= now)


def map_article_reductions(session: Session, store_id: str, now: datetime) -> dict[str, Reduction]:
    """What each article of the store costs at `now`, by its code, with the evidence as above."""
    query = select(ArticlePrice).where(ArticlePrice.store_id == store_id)
    ordered = session.scalars(query.order_by(ArticlePrice.code, ArticlePrice.since))
    by_code = groupby(ordered, key=lambda price: price.code)
    return {code: reckon_article_reduction(list(history), now) for code, history in by_code}
