"""A beacon that a member carries, by its hash alone."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.member import Member


class ProximityId(Base):
    """The hash of a beacon's id that belongs to a member of the store."""

    __tablename__ = "proximity_ids"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)


def list_proximity_ids(session: Session, member: Member) -> list[str]:
    """The hashes of the member's beacons."""
    query = select(ProximityId.value).where(ProximityId.member_key == member.key).order_by(ProximityId.value)
    return list(session.scalars(query))
