"""The pass with which who paid walks out: used once, and looked at by the staff where chance says so."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ExitPass(Base):
    """The pass of a payment, under a `code` of its own; `secret` signs what her phone shows.

    `is_sampled`: whoever stands at the gate looks into the bag. `result` is what she found, `fits` or `differs`.
    """

    __tablename__ = "exit_passes"

    code: Mapped[str] = mapped_column(primary_key=True)
    settlement_id: Mapped[str] = mapped_column(ForeignKey("settlements.id"), unique=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    secret: Mapped[str]
    pieces: Mapped[int]
    made_at: Mapped[datetime]
    is_sampled: Mapped[bool]
    used_at: Mapped[datetime | None] = mapped_column(default=None)
    used_by: Mapped[str | None] = mapped_column(default=None)
    result: Mapped[str | None] = mapped_column(default=None)
    looked_by: Mapped[str | None] = mapped_column(default=None)


def find_pass(session: Session, code: str) -> ExitPass | None:
    """The pass of this code."""
    return session.get(ExitPass, code)


def find_pass_of(session: Session, settlement_id: str) -> ExitPass | None:
    """The pass of this payment."""
    return session.scalar(select(ExitPass).where(ExitPass.settlement_id == settlement_id))
