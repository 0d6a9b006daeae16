"""That a member lets the store charge what she carries out as she leaves, up to a limit of hers, and by what."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

State: TypeAlias = Literal["asked", "kept", "ending", "ended"]
LASTING: tuple[State, ...] = ("asked", "kept")
"""In these it is hers to use or to finish."""


class Mandate(Base):
    """A means of payment that a provider keeps for her, and how much of it one visit may take.

    - `asked`: she is to name one to the provider yet, until `ends_at`
    - `kept`: she did
    - `ending`: she took it back, or never named one: nothing is charged by it, and the provider is to let it go
    - `ended`: it did

    That she allows it stands among her consents; what is kept is charged only while she does. `ref` is the provider's
    name for what it keeps, `look_at` when that is asked next, and `begun_at` when it was last told to set it up.
    `shown` marks the bill that a page of hers showed her last: without her, that one alone is charged.
    """

    __tablename__ = "mandates"
    __table_args__ = (Index(None, "look_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    provider: Mapped[str]
    most: Mapped[Decimal]
    currency: Mapped[str]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    look_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(default="asked")
    ref: Mapped[str] = mapped_column(default="")
    begun_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    shown: Mapped[str] = mapped_column(default="")


def list_mandates(session: Session, keys: Collection[str]) -> list[Mandate]:
    """Those of these keys that are kept or being set up, the latest first."""
    query = select(Mandate).where(Mandate.member_key.in_(keys), Mandate.state.in_(LASTING))
    return list(session.scalars(query.order_by(Mandate.made_at.desc(), Mandate.id)))


def find_last_mandate(session: Session, keys: Collection[str]) -> Mandate | None:
    """The last of these keys, whatever became of it."""
    query = select(Mandate).where(Mandate.member_key.in_(keys))
    return session.scalars(query.order_by(Mandate.made_at.desc(), Mandate.id).limit(1)).first()


def list_unended_mandates(session: Session, keys: Collection[str]) -> list[Mandate]:
    """Those of these keys of which a provider may keep something."""
    query = select(Mandate).where(Mandate.member_key.in_(keys), Mandate.state != "ended")
    return list(session.scalars(query.order_by(Mandate.id)))


def list_due_mandates(session: Session, now: datetime, most: int) -> list[str]:
    """The ids of those of which the provider is to be asked, the longest due first."""
    query = select(Mandate.id).where(Mandate.look_at <= now).order_by(Mandate.look_at, Mandate.id)
    return list(session.scalars(query.limit(most)))


def end_mandates(session: Session, keys: Collection[str], now: datetime) -> None:
    """Charge nothing by those of these keys from now on, and have the provider let them go."""
    for mandate in list_mandates(session, keys):
        mandate.state, mandate.look_at = "ending", now
