"""An article that the store sells: what a code on goods leads to."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

SoldBy: TypeAlias = Literal["piece", "weight", "label"]
"""By the piece, by the kilogram, or at the price that its label bears."""
LONGEST_SHELF = 64


class Article(Base):
    """An article, by the number under which codes name it (`kiosk/codes/README.md`).

    `price` is for a piece, or for a kilogram; of what a label prices, it is 0. It holds the tax of the class `vat`.
    `deposit` comes on top of each piece. Articles of one `family` differ in their `variant` alone: a size, a colour.
    `stock` is how many are there, `None`: nobody counts. Nobody below `min_age` may buy it. Where `is_fixed`, the law
    fixes the price. A piece holds `content` of `content_per` (0.5 of "1 kg"): the unit price follows from it. It stands
    on the `shelf` of this name. An archived one is sold no more. `changed_at` tells shelves that something has changed.
    No label of what has one says less than `label_least`, or more than `label_most`: kilograms of what is sold by
    weight, else its price.
    """

    __tablename__ = "articles"
    __table_args__ = (Index(None, "store_id", "family"), Index(None, "store_id", "changed_at"))

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[dict[str, str]]
    price: Mapped[Decimal]
    currency: Mapped[str]
    vat: Mapped[str]
    changed_at: Mapped[datetime]
    sold_by: Mapped[str] = mapped_column(default="piece")
    deposit: Mapped[Decimal] = mapped_column(default=Decimal(0))
    department: Mapped[str | None] = mapped_column(default=None)
    family: Mapped[str | None] = mapped_column(default=None)
    variant: Mapped[str | None] = mapped_column(default=None)
    stock: Mapped[int | None] = mapped_column(default=None)
    min_age: Mapped[int | None] = mapped_column(default=None)
    is_fixed: Mapped[bool] = mapped_column(default=False)
    content: Mapped[Decimal | None] = mapped_column(default=None)
    content_per: Mapped[str | None] = mapped_column(default=None)
    shelf: Mapped[str | None] = mapped_column(default=None)
    label_least: Mapped[Decimal | None] = mapped_column(default=None)
    label_most: Mapped[Decimal | None] = mapped_column(default=None)
    archived_at: Mapped[datetime | None] = mapped_column(default=None)


def find_article(session: Session, store_id: str, code: str) -> Article | None:
    """The store's article of this number, archived or not."""
    return session.get(Article, (store_id, code))


def map_articles(session: Session, store_id: str, codes: Collection[str]) -> dict[str, Article]:
    """The store's articles of these numbers, by number, archived or not."""
    query = select(Article).where(Article.store_id == store_id, Article.code.in_(codes))
    return {article.code: article for article in session.scalars(query)}


def find_last_change(session: Session, store_id: str) -> datetime | None:
    """When the store's articles were changed last; `None`: there are none."""
    return session.scalar(select(func.max(Article.changed_at)).where(Article.store_id == store_id))


def list_sold(session: Session, store_id: str) -> list[Article]:
    """All articles that the store sells, by their codes."""
    query = select(Article).where(Article.store_id == store_id, Article.archived_at.is_(None))
    return list(session.scalars(query.order_by(Article.code)))


def list_article_titles(session: Session, store_id: str) -> list[tuple[str, dict[str, str]]]:
    """Number and title of each of the store's articles, those that are sold before those that are not."""
    query = select(Article.code, Article.title).where(Article.store_id == store_id)
    query = query.order_by(Article.archived_at.is_not(None), Article.code)
    return [(code, title) for code, title in session.execute(query)]


def list_family(session: Session, article: Article) -> list[Article]:
    """The other variants of this article that are sold, by their names."""
    if article.family is None:
        return []
    query = select(Article).where(Article.store_id == article.store_id, Article.family == article.family)
    query = query.where(Article.code != article.code, Article.archived_at.is_(None))
    return list(session.scalars(query.order_by(Article.variant)))
