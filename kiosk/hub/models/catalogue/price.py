"""What an offer and an article cost and when: the evidence that price law asks for before a price may be struck."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.hub.models.base import Base

_LOOK_BACK = timedelta(days=30)


class Price(Base):
    """The amount that an offer costs from `since` until the next price."""

    __tablename__ = "prices"

    offer_id: Mapped[str] = mapped_column(ForeignKey("offers.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    amount: Mapped[Decimal]


class ArticlePrice(Base):
    """The amount that an article costs, without its deposit, from `since` until the next price."""

    __tablename__ = "article_prices"
    __table_args__ = (ForeignKeyConstraint(["store_id", "code"], ["articles.store_id", "articles.code"]),)

    store_id: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    amount: Mapped[Decimal]


@dataclass(frozen=True, slots=True)
class Reduction:
    """What an offer costs and, if that is reduced, the price before and the lowest of the 30 days before; as known."""

    amount: Decimal | None = None
    was: Decimal | None = None
    lowest_30d: Decimal | None = None


def reckon_reduction(history: Sequence[Price] | Sequence[ArticlePrice], now: datetime) -> Reduction:
    """The price at `now`, with the evidence for its reduction; empty where no price holds yet.

    Source: Directive 98/6/EC, Article 6a: the prior price is the lowest that was applied in the 30 days before the
    reduction. `history` is in the order of time.
    """
    past = [price for price in history if price.since <= now]
    if not past:
        return Reduction()
    current = past[-1]
    earlier = past[:-1]
    if not earlier or earlier[-1].amount <= current.amount:
        return Reduction(current.amount)
    return Reduction(current.amount, earlier[-1].amount, _find_lowest(earlier, current.since))


def _find_lowest(earlier: Sequence[Price | ArticlePrice], reduced_at: datetime) -> Decimal:
    """The lowest price that held at some moment of the 30 days before `reduced_at`."""
    start = reduced_at - _LOOK_BACK
    ends = [price.since for price in earlier[1:]] + [reduced_at]
    return min(price.amount for price, end in zip(earlier, ends, strict=True) if end > start)
