"""How what somebody kept without a name comes to her account: whole, with what was said of it, and nothing twice."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.handover import hand_over
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING, MESSAGES
from kiosk.hub.domain.consent.charging import end_charging
from kiosk.hub.domain.conversation.conversation import open_conversation
from kiosk.hub.models.attribution.touch import move_touches
from kiosk.hub.models.basket.basket import move_basket
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim, select_held
from kiosk.hub.models.conversation.conversation import find_conversation
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.handshake.handshake import move_handshakes
from kiosk.hub.models.handshake.size import move_sizes
from kiosk.hub.models.members.account import Account, find_account
from kiosk.hub.models.members.consent import Consent, list_consents, move_consents
from kiosk.hub.models.members.credential import BROWSER, Credential, find_member
from kiosk.hub.models.members.member import Member, list_kin, note_change
from kiosk.hub.models.members.proximity_id import list_beacons
from kiosk.hub.models.people.record_look import move_record_looks
from kiosk.hub.models.pickup.pickup import Pickup
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.models.settlement.promotion_use import PromotionUse
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.models.visit.visit import Visit

_OF_A_TRIP = (Visit, Settlement, PromotionUse, Pickup, Mandate)


def attach_phone(hub: Hub, session: Session, account: Account, browser_hash: str) -> int:
    """Attach what this browser kept and opened in the account's store; how many bookmarks that was.

    A claim shows that its reader kept this one offer, and not whose card it was: so of a card's bookmarks come those
    alone whose pages are the browser's, and of a member who is known already come none. What she allowed on this phone
    she allows as herself from now on, but that she is charged as she leaves: who has no account took that back on this
    phone alone, where her account's page stands from now on.
    """
    kept_here = find_member(session, account.store_id, BROWSER, browser_hash)
    count = 0
    if kept_here and not _has_account(session, kept_here.key):
        end_charging(hub, session, kept_here)
    if kept_here and is_anonymous(session, kept_here.key):
        count = attach_anonymous(hub, session, kept_here, account)
        move_consents(session, kept_here.key, account.member_key)
    held = session.scalars(
        select(Bookmark).where(Bookmark.store_id == account.store_id, Bookmark.id.in_(select_held(browser_hash)))
    )
    loose = [one for one in held if is_anonymous(session, one.member_key)]
    _move_bookmarks(hub, session, loose, account.member_key)
    return count + len(loose)


def attach_anonymous(hub: Hub, session: Session, member: Member, account: Account) -> int:
    """Attach all of an anonymous member, her cards, her visit and her basket with it; how many bookmarks that was.

    Her browser does not come along as a credential: from now on the phone is signed in, until it is signed out.
    Nothing happens to a member who is known.
    """
    if not is_anonymous(session, member.key):
        return 0
    bookmarks = session.scalars(select(Bookmark).where(Bookmark.member_key == member.key)).all()
    _move_bookmarks(hub, session, bookmarks, account.member_key)
    _move_own_messages(hub, session, member.key, account.member_key)
    mine = Credential.member_key == member.key
    session.execute(delete(Credential).where(mine, Credential.kind == BROWSER))
    session.execute(update(Credential).where(mine).values(member_key=account.member_key))
    person = session.get_one(Member, account.member_key)
    hand_over(session, member.key, person, hub.now())
    move_handshakes(session, member.key, account.member_key)
    move_record_looks(session, member.key, account.member_key)
    move_sizes(session, member.key, account.member_key)
    _move_trip(hub, session, member.key, account.member_key)
    move_touches(session, member.key, account.member_key)
    note_change(session, person)
    return len(bookmarks)


def _move_trip(hub: Hub, session: Session, key: str, member_key: str) -> None:
    """She is the same who came in, who filled the basket and who pays for it."""
    for table in _OF_A_TRIP:
        session.execute(update(table).where(table.member_key == key).values(member_key=member_key))
    if list_basket_lines(session, [key]):
        move_basket(session, key, member_key, hub.now())


def hold_pages(session: Session, account: Account, browser_hash: str, now: datetime) -> None:
    """Let the pages of all that she kept belong to this browser, on which she signs in: so she reads on there."""
    hers = select(Bookmark.id).where(Bookmark.member_key == account.member_key)
    held = update(Claim).where(Claim.bookmark_id.in_(hers), Claim.browser_hash.is_distinct_from(browser_hash))
    session.execute(held.values(browser_hash=browser_hash, opened_at=now))


def is_anonymous(session: Session, member_key: str) -> bool:
    """Whether nothing is known of her but what she kept: she has no account, and allowed nothing but to be written to.

    That she may be written to belongs to the phone that she said it on: see `rung_phone.py`. That she let herself be
    charged as she leaves says nothing of her either, once it is over.
    """
    if find_account(session, member_key) or list_beacons(session, member_key):
        return False
    return all(_is_of_a_phone(consent) for consent in list_consents(session, member_key))


def _is_of_a_phone(consent: Consent) -> bool:
    is_over = consent.purpose == CHARGE_ON_LEAVING and consent.withdrawn_at is not None
    return consent.purpose in MESSAGES or is_over


def _has_account(session: Session, member_key: str) -> bool:
    return any(find_account(session, key) for key in list_kin(session, member_key))


def _move_bookmarks(hub: Hub, session: Session, bookmarks: Collection[Bookmark], member_key: str) -> None:
    """Give them to this member, and what was said on their pages to her conversation, in the order it was said."""
    if not bookmarks:
        return
    thread = open_conversation(hub, session, member_key)
    pages = [bookmark.id for bookmark in bookmarks]
    session.execute(update(Message).where(Message.bookmark_id.in_(pages)).values(conversation_id=thread.id))
    for bookmark in bookmarks:
        bookmark.member_key, bookmark.conversation_id = member_key, thread.id
    session.flush()


def _move_own_messages(hub: Hub, session: Session, key: str, member_key: str) -> None:
    """What was said to her about nothing that she kept is in her account's conversation from now on."""
    thread = find_conversation(session, key)
    if thread is not None:
        hers = update(Message).where(Message.conversation_id == thread.id, Message.bookmark_id.is_(None))
        session.execute(hers.values(conversation_id=open_conversation(hub, session, member_key).id))
