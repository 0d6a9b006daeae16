"""A line of a member's basket: an article, how much of it, and how it comes to her."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

Way: TypeAlias = Literal["take", "pick_up", "home"]
WAYS: tuple[Way, ...] = ("take", "pick_up", "home")


class BasketLine(Base):
    """Some pieces of the article `code`; one of so many kilograms, or at the price of its label.

    `way`: she takes it along, picks it up, or has it brought home. `seen_price` is what the article cost, with its
    deposit, when she saw it last. `screen_id` is the screen at which a card put some of it in; `None`: her own phone
    did, or she confirmed it there. `approved_by` is who of the staff saw that she is old enough for what asks for
    `approved_age` years, and `refused_by` who saw that she is not.
    """

    __tablename__ = "basket_lines"

    id: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("baskets.member_key"), index=True)
    code: Mapped[str] = mapped_column(index=True)
    count: Mapped[int]
    way: Mapped[str]
    seen_price: Mapped[Decimal]
    added_at: Mapped[datetime] = mapped_column(index=True)
    weight: Mapped[Decimal | None] = mapped_column(default=None)
    label_price: Mapped[Decimal | None] = mapped_column(default=None)
    approved_by: Mapped[str | None] = mapped_column(default=None)
    approved_age: Mapped[int | None] = mapped_column(default=None)
    refused_by: Mapped[str | None] = mapped_column(default=None)
    screen_id: Mapped[str | None] = mapped_column(default=None)

    @property
    def is_single(self) -> bool:
        """Whether it is one piece that was weighed or labelled, unlike any other."""
        return self.weight is not None or self.label_price is not None


def list_basket_lines(session: Session, keys: Collection[str]) -> list[BasketLine]:
    """The lines in the baskets of these keys, the latest first."""
    query = select(BasketLine).where(BasketLine.member_key.in_(keys))
    return list(session.scalars(query.order_by(BasketLine.added_at.desc(), BasketLine.id)))


def drop_basket_lines(session: Session, line_ids: Collection[str]) -> None:
    """Take these lines out of whichever basket they lie in."""
    session.execute(delete(BasketLine).where(BasketLine.id.in_(line_ids)))


def find_basket_line(session: Session, keys: Collection[str], line_id: str) -> BasketLine | None:
    """The line of this id, if it lies in one of these baskets."""
    found = session.get(BasketLine, line_id)
    return found if found and found.member_key in keys else None
