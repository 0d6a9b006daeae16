"""What a member shows to be recognised: a card or a browser, by its hash alone."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import ForeignKey, Select, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.members.member import Member, find_person, group_by_member, list_kin

BROWSER = "browser"
"""The kind of a browser: it kept an offer by itself, or was shown at the counter."""
PRINTED: Final = "code"
"""The kind of a number that is printed on a card: tills know her by it, and screens do not."""
_CARDS = ("uid", "ndef")


class Credential(Base):
    """A hash of `kind` uid, ndef, sun, qr, code or browser that belongs to a member of the store."""

    __tablename__ = "credentials"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)


_OWNER = (
    select(Member)
    .join(Credential, Credential.member_key == Member.key)
    .where(
        Credential.store_id == bindparam("store_id"),
        Credential.kind == bindparam("kind"),
        Credential.value == bindparam("value"),
    )
)


def find_member(session: Session, store_id: str, kind: str, value: str) -> Member | None:
    """The member of this store whose credential it is."""
    member = session.scalar(_OWNER, {"store_id": store_id, "kind": kind, "value": value})
    return find_person(session, member) if member else None


def is_browser_of(session: Session, store_id: str, browser_hash: str, member_key: str) -> bool:
    """Whether this browser is the member's own."""
    credential = session.get(Credential, (store_id, BROWSER, browser_hash))
    return credential is not None and credential.member_key in list_kin(session, member_key)


def add_browser(session: Session, store_id: str, browser_hash: str, member_key: str) -> None:
    """Know the member by this browser from now on, and nobody else."""
    session.merge(Credential(store_id=store_id, kind=BROWSER, value=browser_hash, member_key=member_key))


def list_card_kinds(session: Session, keys: Collection[str]) -> list[str]:
    """The kinds of what those of these keys show, each once for each of them."""
    query = select(Credential.kind).where(Credential.member_key.in_(keys))
    return list(session.scalars(query.order_by(Credential.kind)))


def group_cards(session: Session, keys: Select[str]) -> dict[str, list[str]]:
    """The hashes of these members' cards that a screen knows them by, too, by member."""
    query = select(Credential.member_key, Credential.value)
    query = query.where(Credential.member_key.in_(keys), Credential.kind.in_(_CARDS)).order_by(Credential.value)
    return group_by_member(session, query)
