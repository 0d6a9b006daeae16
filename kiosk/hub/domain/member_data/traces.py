"""By which ids the rows of one member are found: gathered once, before any of them goes."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.benefits.ledger_line import LedgerLine
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting
from kiosk.hub.models.benefits.referral import Referral
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import BROWSER, Credential
from kiosk.hub.models.members.member import Member, select_kin
from kiosk.hub.models.members.member_sign_in import MemberSignIn
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon

_DAILY = ("check_in", "login")
"""The kinds of occasions whose keys name a member and a day."""
_LATE = timedelta(days=31)
"""A screen may tell so late of a day, and of one that lies so far ahead by its clock."""


class Traces(Struct, frozen=True):
    """All ids of one person in her store; `keys` are those of all whom she turned out to be.

    `browsers` are her phones, those that her pages belong to and those on which she is signed in, `tags` the hashes of
    her tags, `serials` her coupons in wallets, `occasions` the keys by which she earned something, and `postings` what
    moved in her accounts or names her.
    """

    store_id: str
    keys: Sequence[str]
    bookmarks: Sequence[str]
    conversations: Sequence[str]
    messages: Sequence[int]
    handshakes: Sequence[str]
    browsers: Sequence[str]
    tags: Sequence[str]
    addresses: Sequence[str]
    serials: Sequence[str]
    accounts: Sequence[int]
    postings: Sequence[int]
    occasions: Sequence[str]


def find_traces(session: Session, member: Member, now: datetime) -> Traces:
    """Her traces, as the database has them now."""
    members = list(session.scalars(select(Member).where(Member.key.in_(select_kin(member.key))).order_by(Member.key)))
    keys = [one.key for one in members]
    kept = list(session.scalars(select(Bookmark).where(Bookmark.member_key.in_(keys)).order_by(Bookmark.id)))
    bookmarks = [bookmark.id for bookmark in kept]
    conversations = _list(session, select(Conversation.id).where(Conversation.member_key.in_(keys)))
    accounts = list(session.scalars(select(LedgerAccount.id).where(LedgerAccount.owner.in_(keys))))
    postings = _list_postings(session, keys, kept, accounts)
    addresses = select(Account.address).where(Account.member_key.in_(keys), Account.address.is_not(None))
    return Traces(
        store_id=member.store_id,
        keys=keys,
        bookmarks=bookmarks,
        conversations=conversations,
        messages=list(session.scalars(select(Message.id).where(Message.conversation_id.in_(conversations)))),
        handshakes=_list(session, select(Handshake.id).where(Handshake.member_key.in_(keys))),
        browsers=_list_browsers(session, keys, bookmarks),
        tags=_list(session, select(Credential.value).where(Credential.member_key.in_(keys), Credential.kind == "sun")),
        addresses=[address for address in session.scalars(addresses) if address],
        serials=_list(session, select(WalletCoupon.serial).where(WalletCoupon.bookmark_id.in_(bookmarks))),
        accounts=accounts,
        postings=sorted(postings),
        occasions=_list_occasions(members, kept, postings.values(), now),
    )


def _list(session: Session, query: Select[str]) -> list[str]:
    return list(session.scalars(query))


def _list_browsers(session: Session, keys: Sequence[str], bookmarks: Sequence[str]) -> list[str]:
    own = select(Credential.value).where(Credential.member_key.in_(keys), Credential.kind == BROWSER)
    holding = select(Claim.browser_hash).where(Claim.bookmark_id.in_(bookmarks), Claim.browser_hash.is_not(None))
    signed_in = select(MemberSignIn.browser_hash).where(MemberSignIn.member_key.in_(keys))
    others = (*session.scalars(holding), *session.scalars(signed_in))
    return sorted({*session.scalars(own), *filter(None, others)})


def _list_postings(
    session: Session, keys: Sequence[str], bookmarks: Sequence[Bookmark], accounts: Sequence[int]
) -> dict[int, str]:
    """What moved in her accounts, or is named by her or by something that she kept: its key, by its number."""
    query = select(LedgerPosting.id, LedgerPosting.key)
    moved = select(LedgerLine.posting_id).where(LedgerLine.account_id.in_(accounts))
    found = dict(session.execute(query.where(LedgerPosting.id.in_(moved))).all())
    for bookmark in bookmarks:
        turns = [f"coupon:{bookmark.id}:{turn}" for turn in range(bookmark.turns)]
        own = LedgerPosting.store_id == bookmark.store_id, LedgerPosting.key.in_(turns)
        found |= dict(session.execute(query.where(*own)).all())
    return found | _list_paid_for(session, keys)


def _list_paid_for(session: Session, keys: Sequence[str]) -> dict[int, str]:
    """What others were given because she came: it lies in their accounts, under a name that is hers."""
    referrers = select(Referral.referrer_key).where(Referral.friend_key.in_(keys))
    lines = select(LedgerLine.posting_id).join(LedgerAccount, LedgerAccount.id == LedgerLine.account_id)
    query = select(LedgerPosting.id, LedgerPosting.key).where(
        LedgerPosting.id.in_(lines.where(LedgerAccount.owner.in_(referrers))), LedgerPosting.reason == "referral"
    )
    begins = tuple(f"referral:{key}" for key in keys)
    return {number: key for number, key in session.execute(query) if key.startswith(begins)}


def _list_occasions(
    members: Sequence[Member], bookmarks: Sequence[Bookmark], postings: Iterable[str], now: datetime
) -> list[str]:
    """The keys under which it was noted what came of what she did, as far as they name her.

    Those of days are counted up one by one: the database finds each by its index, and no beginning of a text.
    """
    named = {key.rpartition("/")[0] for key in postings if "/" in key}
    named |= {f"redemption:{bookmark.id}" for bookmark in bookmarks}
    for member in members:
        named.add(f"referral:{member.key}")
        first, last = (member.joined_at - _LATE).date(), (now + _LATE).date()
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        named.update(f"{kind}:{member.key}:{day}" for kind in _DAILY for day in days)
    return sorted(named)
