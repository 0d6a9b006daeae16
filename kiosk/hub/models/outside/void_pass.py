"""A pass of who was erased, on a phone that is still to hear that it is void: nothing else of it stays."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class VoidPass(Base):
    """A pass that is good for nothing since `voided_at`, by its number, on a device that had registered for it."""

    __tablename__ = "void_passes"

    serial: Mapped[str] = mapped_column(primary_key=True)
    device_hash: Mapped[str] = mapped_column(primary_key=True, index=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    language: Mapped[str]
    voided_at: Mapped[datetime] = mapped_column(index=True)


def find_void_pass(session: Session, serial: str) -> VoidPass | None:
    """The pass of this number, as one of the devices has it."""
    return session.scalar(select(VoidPass).where(VoidPass.serial == serial).limit(1))


def list_void_passes(session: Session, device_hash: str) -> Sequence[VoidPass]:
    """The void passes that this device has."""
    query = select(VoidPass).where(VoidPass.device_hash == device_hash)
    return session.scalars(query.order_by(VoidPass.serial)).all()


def forget_void_pass(session: Session, device_hash: str, serial: str) -> None:
    """The device has it no more."""
    session.execute(delete(VoidPass).where(VoidPass.device_hash == device_hash, VoidPass.serial == serial))
