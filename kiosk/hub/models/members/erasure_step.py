"""What is still to be done outside of this database about who was erased from it: there until it is done."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ErasureStep(Base):
    """One system outside, by `kind`, and by which `reference` it knows her; tried at `due_at`, later with each try."""

    __tablename__ = "erasure_steps"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    kind: Mapped[str]
    reference: Mapped[str]
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)


def list_due_steps(session: Session, now: datetime, most: int) -> list[ErasureStep]:
    """So many steps whose time has come, the longest due first."""
    query = select(ErasureStep).where(ErasureStep.due_at <= now).order_by(ErasureStep.due_at, ErasureStep.id)
    return list(session.scalars(query.limit(most)))


def end_step(session: Session, step_id: int) -> None:
    """It is done."""
    found = session.get(ErasureStep, step_id)
    if found is not None:
        session.delete(found)
