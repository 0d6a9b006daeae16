"""How a member brings a friend: by a code that she passes on, paid for once the friend buys something.

All of it goes by persons: what was noted under one key of hers counts under each that turned out to be hers.
"""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.occasion import Occasion, earn
from kiosk.hub.domain.benefits.programme import read_programme
from kiosk.hub.domain.benefits.referral_judgement import ReferralFacts, judge_referral
from kiosk.hub.domain.benefits.thanks import thank
from kiosk.hub.domain.redeem_code import make_code, read_code
from kiosk.hub.models.benefits.earning import has_earning
from kiosk.hub.models.benefits.referral import Referral, count_referrals, find_referral
from kiosk.hub.models.benefits.referral_code import ReferralCode, find_referrer
from kiosk.hub.models.conversation.bookmark import Bookmark, has_redeemed
from kiosk.hub.models.conversation.claim import Claim
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member, find_member_by_key, list_kin
from kiosk.hub.problem import Problem

_DAY = timedelta(days=1)
_EVER = datetime(2000, 1, 1, tzinfo=UTC)
_PURCHASES = ("receipt:", "redemption:", "basket:")
"""How the keys of purchases begin: at the till by a receipt or a kept offer, and on her phone."""


def give_code(hub: Hub, session: Session, member: Member) -> str:
    """Her code, made when she first asks for it."""
    row = session.get(ReferralCode, member.key)
    if row is None:
        row = ReferralCode(member_key=member.key, code=make_code(hub.mint()))
        session.add(row)
        session.flush()
    return row.code


def enter_code(hub: Hub, session: Session, friend: Member, said: str) -> None:
    """Note by whose code the friend came; the same code again changes nothing.

    Raises a 422 `Problem`, whose code is `referral_` and the refusal, or `referral_unknown`.
    """
    key = find_referrer(session, read_code(said))
    referrer = find_member_by_key(session, friend.store_id, key) if key else None
    if referrer is None:
        raise Problem(422, "referral_unknown", "It is nobody's code.")
    known = find_referral(session, *list_kin(session, friend.key))
    if known is not None and known.referrer_key in list_kin(session, referrer.key):
        return
    refusal = judge_referral(
        _gather_facts(session, friend, referrer, hub.now()), read_programme(session, friend.store_id).referrals
    )
    if refusal:
        raise Problem(422, f"referral_{refusal}", "The recommendation does not count.")
    session.add(Referral(friend_key=friend.key, referrer_key=referrer.key, made_at=hub.now()))
    session.flush()


def confirm_referral(hub: Hub, session: Session, friend_key: str, purchase: str) -> None:
    """The friend bought something, by the key of that purchase: pay her referrer, once, and thank her."""
    referral = find_referral(session, *list_kin(session, friend_key))
    if referral is None or referral.confirmed_at is not None:
        return
    now = referral.confirmed_at = hub.now()
    referral.confirmed_by = purchase
    referrer = session.get_one(Member, referral.referrer_key)
    occasion = Occasion(f"referral:{referral.friend_key}", "referral", now)
    thank(hub, session, referrer, occasion, earn(session, referrer, occasion, now))


def has_bought(session: Session, member: Member) -> bool:
    """Whether she was a customer before."""
    keys = list_kin(session, member.key)
    return has_redeemed(session, keys) or has_earning(session, keys, *_PURCHASES)


def _gather_facts(session: Session, friend: Member, referrer: Member, now: datetime) -> ReferralFacts:
    hers, others = list_kin(session, friend.key), list_kin(session, referrer.key)
    return ReferralFacts(
        is_self=friend.key in others,
        was_referred=find_referral(session, *hers) is not None,
        has_bought=has_bought(session, friend),
        is_upstream=not set(hers).isdisjoint(_climb(session, referrer.key)),
        shares_marks=not _list_marks(session, hers).isdisjoint(_list_marks(session, others)),
        day=count_referrals(session, others, now - _DAY),
        ever=count_referrals(session, others, _EVER),
    )


def _climb(session: Session, key: str) -> set[str]:
    """Those because of whom she came, over however many: a merge may have closed a circle, which is gone round once."""
    above, kin = set[str](), list_kin(session, key)
    while (referral := find_referral(session, *kin)) and referral.referrer_key not in above:
        kin = list_kin(session, referral.referrer_key)
        above.update(kin)
    return above


def _list_marks(session: Session, keys: Collection[str]) -> set[str]:
    """The hashes of her cards and browsers, and of the browsers that opened what she kept."""
    cards = select(Credential.value).where(Credential.member_key.in_(keys))
    opened = select(Claim.browser_hash).join(Bookmark, Bookmark.id == Claim.bookmark_id)
    opened = opened.where(Bookmark.member_key.in_(keys), Claim.browser_hash.is_not(None))
    return set(session.scalars(union(cards, opened)))
