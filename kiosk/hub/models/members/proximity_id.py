"""A beacon that a member carries, by its hash alone."""

from datetime import datetime

from sqlalchemy import ForeignKey, Select, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.members.member import group_by_member


class ProximityId(Base):
    """The hash of a beacon's id that belongs to a member of the store; `None`: it does not expire by itself."""

    __tablename__ = "proximity_ids"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    expires_at: Mapped[datetime | None] = mapped_column(default=None, index=True)


def group_beacons(session: Session, keys: Select[str]) -> dict[str, list[str]]:
    """The hashes of these members' beacons, by member."""
    query = select(ProximityId.member_key, ProximityId.value)
    return group_by_member(session, query.where(ProximityId.member_key.in_(keys)).order_by(ProximityId.value))


def forget_beacons(session: Session, member_key: str) -> None:
    """Forget the member's beacons: from now on they are anybody's."""
    session.execute(delete(ProximityId).where(ProximityId.member_key == member_key))


def list_expired(session: Session, store_id: str, now: datetime) -> list[ProximityId]:
    """The store's beacons that expired by now."""
    query = select(ProximityId).where(ProximityId.store_id == store_id, ProximityId.expires_at <= now)
    return list(session.scalars(query))


def list_beacons(session: Session, member_key: str) -> list[ProximityId]:
    """The member's beacons, the one that expires last first."""
    query = select(ProximityId).where(ProximityId.member_key == member_key)
    return list(session.scalars(query.order_by(ProximityId.expires_at.desc().nulls_last())))
