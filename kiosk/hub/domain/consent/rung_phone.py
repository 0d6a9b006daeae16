"""Which phones may be rung: the member's by what she allows, and any other by what was said on that phone itself."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import MESSAGES_BY_PUSH, allow, may_message
from kiosk.hub.domain.consent.charging import end_charging
from kiosk.hub.domain.conversation.page import Page
from kiosk.hub.domain.joining.attachment import is_anonymous
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.push_subscription import PushSubscription, list_readers
from kiosk.hub.models.members.consent import move_consents
from kiosk.hub.models.members.credential import BROWSER, add_browser, find_member
from kiosk.hub.models.members.member import Member, list_kin


def allow_this_phone(hub: Hub, session: Session, bookmark: Bookmark, browser_hash: str) -> None:
    """Note that whoever holds this phone allows it to be rung.

    The page may be of a member whose phone it is not: in her name nobody allows anything but herself.
    """
    member = find_member(session, bookmark.store_id, BROWSER, browser_hash)
    if member is None:
        member = Member(
            key=f"s_{hub.mint()}",
            store_id=bookmark.store_id,
            joined_at=hub.now(),
            language=bookmark.language,
            segments=[],
        )
        session.add(member)
        session.flush()
        add_browser(session, bookmark.store_id, browser_hash, member.key)
    allow(hub, session, member, MESSAGES_BY_PUSH)


def know_phone(hub: Hub, session: Session, bookmark: Bookmark, browser_hash: str) -> None:
    """Know the member who kept this by this phone from now on: what its holder allowed on it, she allows.

    But not that she is charged as she leaves: for that she is asked herself.
    """
    holder = find_member(session, bookmark.store_id, BROWSER, browser_hash)
    if holder is not None and bookmark.member_key not in list_kin(session, holder.key):
        end_charging(hub, session, holder)
    if holder is not None and is_anonymous(session, holder.key):
        move_consents(session, holder.key, bookmark.member_key)
    add_browser(session, bookmark.store_id, browser_hash, bookmark.member_key)


def list_rung_phones(session: Session, page: Page) -> list[PushSubscription]:
    """Of the phones that may read this page, those that may be rung for it."""
    readers = list_readers(session, page.bookmark_id, page.member_key)
    if may_message(session, page.member_key, "push"):
        return readers
    return [one for one in readers if _allows_itself(session, page.store_id, one.browser_hash)]


def _allows_itself(session: Session, store_id: str, browser_hash: str) -> bool:
    holder = find_member(session, store_id, BROWSER, browser_hash)
    return holder is not None and may_message(session, holder.key, "push")
