"""That somebody was erased, by keyed hashes alone: by them a backup that is restored is known to bring her back."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.prepared import Prepared


class Tombstone(Base):
    """The hash of a pseudonym, a card or a browser that was erased; `filed_at`: it stands in the file outside, too."""

    __tablename__ = "tombstones"

    hash: Mapped[str] = mapped_column(primary_key=True)
    erased_at: Mapped[datetime] = mapped_column(index=True)
    filed_at: Mapped[datetime | None] = mapped_column(default=None, index=True)


def lay_tombstones(session: Session, tombstones: Iterable[Tombstone]) -> None:
    """Keep these; one that is known already is as late as the later of both."""
    for tombstone in tombstones:
        known = session.get(Tombstone, tombstone.hash)
        if known is None:
            session.add(tombstone)
        elif known.erased_at < tombstone.erased_at:
            known.erased_at, known.filed_at = tombstone.erased_at, tombstone.filed_at
    session.flush()


def _read_moment(moment: datetime) -> datetime:
    return moment


_ERASED_AT = Prepared(select(Tombstone.erased_at).where(Tombstone.hash == bindparam("hash")), _read_moment)


def find_erased_at(session: Session, hash_: str) -> datetime | None:
    """When what this is the hash of was erased last; `None`: never."""
    return next(iter(_ERASED_AT.run(session, hash=hash_)), None)


def list_known(session: Session, hashes: Collection[str]) -> set[str]:
    """Those of these hashes that stand on a tombstone."""
    return set(session.scalars(select(Tombstone.hash).where(Tombstone.hash.in_(hashes))))


def list_unfiled(session: Session) -> list[Tombstone]:
    """Those that the file outside lacks, the first first."""
    query = select(Tombstone).where(Tombstone.filed_at.is_(None))
    return list(session.scalars(query.order_by(Tombstone.erased_at, Tombstone.hash)))
