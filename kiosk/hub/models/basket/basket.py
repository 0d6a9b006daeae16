"""The one basket of a member, the same on all of her devices."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, and_, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.members.member import Member


class Basket(Base):
    """A basket; `version` counts its changes, and `pays_with` are units beside money with which she wants to pay."""

    __tablename__ = "baskets"

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    version: Mapped[int]
    changed_at: Mapped[datetime]
    pays_with: Mapped[list[str]] = mapped_column(default_factory=list)


def open_basket(session: Session, member_key: str, now: datetime) -> Basket:
    """The basket of this key, a new one if there is none.

    Who goes by several keys has one of each, all of which are hers to see and to change: so each gets its own back
    where they turn out not to be one person.
    """
    basket = session.get(Basket, member_key)
    if basket is None:
        basket = Basket(member_key=member_key, version=0, changed_at=now)
        session.add(basket)
        session.flush()
    return basket


def move_basket(session: Session, key: str, member_key: str, now: datetime) -> None:
    """Put what lies in the basket of this key into this member's, for good."""
    open_basket(session, member_key, now)
    session.execute(update(BasketLine).where(BasketLine.member_key == key).values(member_key=member_key))


def list_holders(session: Session, store_id: str, code: str, *, is_fetched: bool = False) -> list[Basket]:
    """The baskets of a store's members in which this article lies; or is to come from the stock, if it `is_fetched`."""
    holders = select(BasketLine.member_key).where(BasketLine.code == code)
    holders = holders.where(BasketLine.way != "take") if is_fetched else holders
    query = select(Basket).join(Member, Member.key == Basket.member_key)
    query = query.where(Member.store_id == store_id, Basket.member_key.in_(holders))
    return list(session.scalars(query.order_by(Basket.member_key)))


def find_version(session: Session, keys: Collection[str]) -> int:
    """How often the baskets of these keys were changed; 0 where there is none."""
    return sum(session.scalars(select(Basket.version).where(Basket.member_key.in_(keys))))


def list_restricted_lines(session: Session, store_id: str, since: datetime) -> list[tuple[BasketLine, Article]]:
    """What those have who changed a basket of theirs since then and not everybody may buy, the earliest first."""
    person = func.coalesce(Member.person_key, Member.key)
    here = select(person).join(Basket, Basket.member_key == Member.key)
    here = here.where(Member.store_id == store_id, Basket.changed_at >= since)
    is_of_line = and_(Article.store_id == Member.store_id, Article.code == BasketLine.code)
    query = select(BasketLine, Article).join(Member, Member.key == BasketLine.member_key).join(Article, is_of_line)
    query = query.where(Member.store_id == store_id, person.in_(here))
    query = query.where(Article.min_age.is_not(None), Article.archived_at.is_(None))
    return [(line, article) for line, article in session.execute(query.order_by(BasketLine.added_at, BasketLine.id))]


def find_last_packed(session: Session, keys: Collection[str]) -> datetime | None:
    """When one of these last changed her basket; `None`: never."""
    return session.scalar(select(func.max(Basket.changed_at)).where(Basket.member_key.in_(keys)))


def list_units(session: Session, keys: Collection[str]) -> frozenset[str]:
    """With what those of these keys want to pay beside money."""
    rows = session.scalars(select(Basket.pays_with).where(Basket.member_key.in_(keys)))
    return frozenset(unit for units in rows for unit in units)
