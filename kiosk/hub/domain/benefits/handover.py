"""How what somebody collected without a name comes to her account: nothing twice, and nothing left behind."""

from datetime import datetime

import msgspec
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.ledger import MEMBER, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.models.ledger_account import list_accounts
from kiosk.hub.models.ledger_line import list_latest
from kiosk.hub.models.member import Member
from kiosk.hub.models.referral import Referral, find_referral
from kiosk.hub.models.referral_code import ReferralCode


def hand_over(session: Session, key: str, member: Member, now: datetime) -> None:
    """Give the member what lies under this key, which was hers all along: balances, her code, and whom it brought.

    There is no stamp card under it: who has no name has allowed no screen to stamp one.
    """
    _hand_over_balances(session, key, member, now)
    if session.get(ReferralCode, member.key) is None:
        session.execute(update(ReferralCode).where(ReferralCode.member_key == key).values(member_key=member.key))
    session.execute(delete(ReferralCode).where(ReferralCode.member_key == key))
    brought = update(Referral).where(Referral.referrer_key == key, Referral.friend_key != member.key)
    session.execute(brought.values(referrer_key=member.key))
    came = find_referral(session, key)
    if came is not None and came.referrer_key != member.key and find_referral(session, member.key) is None:
        came.friend_key = member.key
    session.flush()


def _hand_over_balances(session: Session, key: str, member: Member, now: datetime) -> None:
    for purse in list_accounts(session, member.store_id, MEMBER, key):
        if not purse.balance:
            continue
        moves = (Move(MEMBER, key, -purse.balance), Move(MEMBER, member.key, purse.balance))
        ((last, _),) = list_latest(session, [purse.id], 1)
        cause = Cause(f"joined:{key}:{last.id}", "joined", "collected before there was an account")
        post(session, member.store_id, Posting(cause, msgspec.convert(purse.unit, Unit), moves), now)
