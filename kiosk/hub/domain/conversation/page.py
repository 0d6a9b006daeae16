"""Where something is said to a member: on the page of what she kept, or on that of all her messages."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import MEMBER, Message
from kiosk.hub.models.members.member import Member


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
