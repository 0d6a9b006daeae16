"""The right to read one bookmark on a phone: an address that nobody can guess, bound to one browser."""

from datetime import datetime

from sqlalchemy import ForeignKey, Select, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.prepared import Prepared


class Claim(Base):
    """The claim of a bookmark; `browser_hash` is the browser that it belongs to since `opened_at`.

    `code_shown_at` is when somebody asked there for the code to be redeemed by.
    """

    __tablename__ = "claims"

    token: Mapped[str] = mapped_column(primary_key=True)
    bookmark_id: Mapped[str] = mapped_column(ForeignKey("bookmarks.id"), unique=True)
    browser_hash: Mapped[str | None] = mapped_column(default=None)
    opened_at: Mapped[datetime | None] = mapped_column(default=None)
    code_shown_at: Mapped[datetime | None] = mapped_column(default=None)


def find_claim(session: Session, token: str) -> Claim | None:
    """The claim of this token."""
    return session.get(Claim, token)


_OF_BOOKMARK = select(Claim).where(Claim.bookmark_id == bindparam("bookmark_id"))


def get_claim_of(session: Session, bookmark_id: str) -> Claim:
    """The claim that every bookmark has."""
    return session.scalars(_OF_BOOKMARK, {"bookmark_id": bookmark_id}).one()


_TOKEN = Prepared(select(Claim.token).where(Claim.bookmark_id == bindparam("bookmark_id")), str)


def get_token_of(session: Session, bookmark_id: str) -> str:
    """The token of the claim that every bookmark has."""
    (token,) = _TOKEN.run(session, bookmark_id=bookmark_id)
    return token


def select_held(browser_hash: str) -> Select[str]:
    """A query for the bookmarks whose claims belong to this browser."""
    return select(Claim.bookmark_id).where(Claim.browser_hash == browser_hash)


def list_held_pages(session: Session, conversation_id: str, browser_hash: str) -> list[str]:
    """The bookmarks of this conversation whose claims belong to this browser."""
    query = select_held(browser_hash).join(Bookmark, Bookmark.id == Claim.bookmark_id)
    return list(session.scalars(query.where(Bookmark.conversation_id == conversation_id)))


def is_open_to(claim: Claim, browser_hash: str) -> bool:
    """Whether the claim belongs to this browser, or to none yet."""
    return claim.browser_hash in (None, browser_hash)


def open_claim(claim: Claim, browser_hash: str, now: datetime) -> None:
    """Let the claim belong to this browser from now on, whoever opened it before: see `is_open_to`."""
    if claim.browser_hash != browser_hash:
        claim.browser_hash = browser_hash
        claim.opened_at = now
