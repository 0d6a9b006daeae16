"""What the hub knows of a member, as it tells herself: at her phone, or at the counter where she asks."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.account import find_account
from kiosk.hub.models.members.consent import Consent, list_consents
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member, list_kin, select_kin
from kiosk.hub.models.members.proximity_id import ProximityId
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.models.profile.stay import list_stays


@dataclass(frozen=True, slots=True, repr=False)
class Knowledge:
    """Her consents, the latest first, and what else there is: of ids only how many, for the hub has but their hashes.

    `tastes` are her segments and the kinds of goods that she likes, by name; `deeds` is what shops, tills and screens
    told of her. `address` is her account's; empty: it has none.
    """

    consents: list[Consent]
    beacons: int
    cards: int
    tastes: list[str]
    visits: int
    deeds: int
    bookmarks: int
    messages: int
    address: str


def gather_knowledge(session: Session, member: Member) -> Knowledge:
    """All that is known of her."""
    return Knowledge(
        consents=list_consents(session, member.key),
        beacons=_count(session, ProximityId.member_key, member),
        cards=_count(session, Credential.member_key, member),
        tastes=sorted({*member.segments, *member.interests, *_list_segments(session, member)}),
        visits=member.visits,
        deeds=_count(session, ProfileEvent.member_key, member) + _count(session, Receipt.member_key, member),
        bookmarks=_count(session, Bookmark.member_key, member),
        messages=_count_messages(session, member),
        address=_find_address(session, member),
    )


def _find_address(session: Session, member: Member) -> str:
    account = find_account(session, member.key)
    return (account.address if account else None) or ""


def _list_segments(session: Session, member: Member) -> list[str]:
    stays = list_stays(session, list_kin(session, member.key))
    return [stay.segment_id for stay in stays if stay.left_at is None]


def _count(
    session: Session, owner: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], member: Member
) -> int:
    return session.scalar(select(func.count()).where(owner.in_(select_kin(member.key)))) or 0


def _count_messages(session: Session, member: Member) -> int:
    query = select(func.count()).join(Conversation, Conversation.id == Message.conversation_id)
    query = query.where(Conversation.member_key.in_(select_kin(member.key)))
    return session.scalar(query.select_from(Message)) or 0
