"""Where something is said to a member: on the page of what she kept, or on that of all her messages."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import MEMBER, Message
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import BROWSER, Credential
from kiosk.hub.models.members.member import Member, select_kin
from kiosk.hub.models.members.member_sign_in import MemberSignIn


class Page(Struct, frozen=True):
    """A page of a member, in its language: of this bookmark, or with none that which her account alone opens."""

    store_id: str
    member_key: str
    language: str
    bookmark_id: str | None = None


def make_page(bookmark: Bookmark) -> Page:
    """The page of what she kept."""
    return Page(bookmark.store_id, bookmark.member_key, bookmark.language, bookmark.id)


def make_own_page(member: Member) -> Page:
    """The page of all her messages."""
    return Page(member.store_id, member.key, member.language)


def get_page(session: Session, message: Message) -> Page:
    """The page on which this message stands."""
    if message.bookmark_id is not None:
        return make_page(session.get_one(Bookmark, message.bookmark_id))
    conversation = session.get_one(Conversation, message.conversation_id)
    return make_own_page(session.get_one(Member, conversation.member_key))


def find_last_page(session: Session, messages: Sequence[Message]) -> Page:
    """The page on which she wrote last; else that of the last message of all. There is at least one."""
    hers = [message for message in messages if message.author == MEMBER]
    return get_page(session, (hers or messages)[-1])


def find_own_page(session: Session, member_key: str) -> Page | None:
    """What she kept last of all that is open in a browser of hers, as `pages/visitor/own_claim.py` has it.

    It is known as hers, or she signed in since the page was opened: then it became that of the phone she signed in on.
    Else that of all her messages, where she has an account; without one she has no page that a stranger could not read.
    """
    known = select(Credential.value).where(Credential.member_key == member_key, Credential.kind == BROWSER)
    signed_in_at = select(func.max(MemberSignIn.began_at)).where(MemberSignIn.member_key == member_key)
    is_hers = or_(Claim.browser_hash.in_(known), Claim.opened_at <= signed_in_at.scalar_subquery())
    query = select(Bookmark).join(Claim, Claim.bookmark_id == Bookmark.id)
    query = query.where(Bookmark.member_key == member_key, is_hers)
    bookmark = session.scalar(query.order_by(Bookmark.kept_at.desc()).limit(1))
    return make_page(bookmark) if bookmark else _find_account_page(session, member_key)


def _find_account_page(session: Session, member_key: str) -> Page | None:
    accounts = select(Account.member_key).where(Account.member_key.in_(select_kin(member_key)))
    member = session.scalar(select(Member).where(Member.key.in_(accounts)))
    return make_own_page(member) if member else None
