"""A member signed in on one phone, known by the hash of a token that the phone alone holds."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LIFETIME = timedelta(days=180)


class MemberSignIn(Base):
    """A sign-in of a member; it ends by itself, or when she says so.

    `browser_hash` is the browser on which it is, by which that can be rung; `None`: it began before this was noted.
    """

    __tablename__ = "member_sign_ins"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    began_at: Mapped[datetime] = mapped_column(index=True)
    browser_hash: Mapped[str | None] = mapped_column(default=None)


def begin_member_sign_in(
    session: Session, token_hash: str, member_key: str, now: datetime, browser_hash: str | None = None
) -> None:
    """Note a new sign-in, and forget those that ended."""
    session.execute(delete(MemberSignIn).where(MemberSignIn.began_at <= now - LIFETIME))
    row = MemberSignIn(token_hash=token_hash, member_key=member_key, began_at=now, browser_hash=browser_hash)
    session.add(row)


def find_member_sign_in(session: Session, token_hash: str, now: datetime) -> MemberSignIn | None:
    """The sign-in of this token unless it ended."""
    found = session.get(MemberSignIn, token_hash)
    return found if found is not None and now < found.began_at + LIFETIME else None


def end_member_sign_in(session: Session, token_hash: str) -> None:
    """Sign out."""
    session.execute(delete(MemberSignIn).where(MemberSignIn.token_hash == token_hash))
