"""What a member shows to be recognised: a card or a browser, by its hash alone."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.member import Member


class Credential(Base):
    """A hash of `kind` uid, ndef, sun, qr or browser that belongs to a member of the store."""

    __tablename__ = "credentials"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)


def find_member(session: Session, store_id: str, kind: str, value: str) -> Member | None:
    """The member of this store whose credential it is."""
    credential = session.get(Credential, (store_id, kind, value))
    return session.get_one(Member, credential.member_key) if credential else None


def list_credentials(session: Session, member: Member) -> list[str]:
    """The hashes of the member's cards."""
    query = select(Credential.value).where(Credential.member_key == member.key, Credential.kind != "browser")
    return list(session.scalars(query.order_by(Credential.value)))
