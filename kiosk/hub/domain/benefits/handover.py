"""How what somebody collected without a name comes to her account: nothing twice, and nothing left behind."""

from datetime import datetime

import msgspec
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.debt import settle_debts
from kiosk.hub.domain.benefits.ledger import MEMBER, OWED, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.models.benefits.earning import Earning
from kiosk.hub.models.benefits.ledger_account import Account, list_accounts
from kiosk.hub.models.benefits.ledger_line import list_latest
from kiosk.hub.models.benefits.referral import Referral, find_referral
from kiosk.hub.models.benefits.referral_code import ReferralCode
from kiosk.hub.models.benefits.tender import Tender
from kiosk.hub.models.members.member import Member


def hand_over(session: Session, key: str, member: Member, now: datetime) -> None:
    """Give the member what lies under this key, which was hers all along: what it has and owes, its code, its friends.

    What comes of it later, as goods that are brought back, is hers as well.

    There is no stamp card under it: who has no name has allowed no screen to stamp one.
    """
    for row in (Earning, Tender):
        session.execute(update(row).where(row.member_key == key).values(member_key=member.key))
    for kind in (MEMBER, OWED):
        for purse in list_accounts(session, member.store_id, kind, key):
            _hand_over_balance(session, purse, member, now)
    if session.get(ReferralCode, member.key) is None:
        session.execute(update(ReferralCode).where(ReferralCode.member_key == key).values(member_key=member.key))
    session.execute(delete(ReferralCode).where(ReferralCode.member_key == key))
    brought = update(Referral).where(Referral.referrer_key == key, Referral.friend_key != member.key)
    session.execute(brought.values(referrer_key=member.key))
    came = find_referral(session, key)
    if came is not None and came.referrer_key != member.key and find_referral(session, member.key) is None:
        came.friend_key = member.key
    session.flush()


def _hand_over_balance(session: Session, purse: Account, member: Member, now: datetime) -> None:
    if not purse.balance:
        return
    unit = msgspec.convert(purse.unit, Unit)
    moves = (Move(purse.kind, purse.owner, -purse.balance), Move(purse.kind, member.key, purse.balance))
    ((last, _),) = list_latest(session, [purse.id], 1)
    cause = Cause(f"joined:{purse.owner}:{last.id}", "joined", "collected before there was an account")
    post(session, member.store_id, Posting(cause, unit, moves), now)
    settle_debts(session, member, unit, cause.key, now)
