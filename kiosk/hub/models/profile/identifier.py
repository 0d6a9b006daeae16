"""By what sources know a member: an account, an address, a browser; each by its hash alone."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, delete, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

_VERIFIED = text("is_verified")


class Identifier(Base):
    """A hash of `kind` that belongs to a member, or that somebody only said belongs to her.

    Verified it belongs to one member of the store and to no other; unverified it proves nothing, and may stand here
    for several.
    """

    __tablename__ = "identifiers"
    __table_args__ = (
        Index(
            "uq_identifiers_verified",
            "store_id",
            "kind",
            "value",
            unique=True,
            sqlite_where=_VERIFIED,
            postgresql_where=_VERIFIED,
        ),
    )

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True, index=True)
    is_verified: Mapped[bool]
    known_since: Mapped[datetime]


def find_identified_key(session: Session, store_id: str, kind: str, value: str) -> str | None:
    """The member whose verified identifier it is."""
    query = select(Identifier.member_key).where(
        Identifier.store_id == store_id, Identifier.kind == kind, Identifier.value == value, Identifier.is_verified
    )
    return session.scalar(query)


def list_identifiers(session: Session, keys: Collection[str]) -> Sequence[Identifier]:
    """By what those of these keys are known, the oldest first."""
    query = select(Identifier).where(Identifier.member_key.in_(keys))
    return session.scalars(query.order_by(Identifier.known_since, Identifier.kind, Identifier.value)).all()


def forget_identifiers(session: Session, keys: Collection[str]) -> None:
    """Forget by what those of these keys are known to sources."""
    session.execute(delete(Identifier).where(Identifier.member_key.in_(keys)))
