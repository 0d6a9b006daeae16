"""What an article cost and when: the evidence that price law asks for before a reduction may be announced."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import ForeignKeyConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.price import Reduction, reckon_reduction

_ANNOUNCED = timedelta(days=30)
"""So long after it a fall in price is told as a reduction: an old one is the price."""


class ArticlePrice(Base):
    """The amount that an article costs, without its deposit, from `since` until the next price."""

    __tablename__ = "article_prices"
    __table_args__ = (ForeignKeyConstraint(["store_id", "code"], ["articles.store_id", "articles.code"]),)

    store_id: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    amount: Mapped[Decimal]


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
