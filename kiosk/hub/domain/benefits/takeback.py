"""How what a purchase had earned is taken back once goods of it come back: in proportion, and never more than that."""

from datetime import datetime
from fractions import Fraction

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.debt import Loss, take_back
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.ledger import Cause
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.models.benefits.earning import Earning, find_earning
from kiosk.hub.models.benefits.referral import find_confirmed
from kiosk.hub.models.members.member import Member, find_person
from kiosk.pricing.cents import round_share


class ReturnedShare(Struct, frozen=True):
    """Of a purchase, the share that was brought back before, and by now; `key` names what happened between."""

    key: str
    before: Fraction
    after: Fraction


class Taken(Struct, frozen=True):
    """So many smallest steps of `unit` that were taken back, of which she owes some."""

    unit: Unit
    steps: int
    owed: int


def take_earnings_back(
    session: Session, store_id: str, purchase: str, share: ReturnedShare, now: datetime
) -> list[Taken]:
    """Undo the earnings of the purchase of this key by opposite postings; what there was to undo, rule by rule.

    What is undone by now is the share by now of what was earned, rounded, however many returns led there and in
    whatever order. A limit of a rule that the purchase used up stays used.

    Who recommended the store to the buyer loses what she got for it once all of that purchase is back.
    """
    earning = find_earning(session, store_id, purchase)
    if earning is None:
        return []
    if share.after == 1 and (referral := find_confirmed(session, purchase)):
        gift = find_earning(session, store_id, f"referral:{referral.friend_key}")
        if gift is not None:
            _undo(session, gift, replace(share, before=Fraction(0)), "referral_undone", now)
    return _undo(session, earning, share, "returned", now)


def _undo(session: Session, earning: Earning, share: ReturnedShare, reason: str, now: datetime) -> list[Taken]:
    member = session.get(Member, earning.member_key) if earning.member_key else None
    if member is None:
        return []
    person, taken = find_person(session, member), list[Taken]()
    for award in msgspec.convert(earning.findings, list[Award]):
        steps = round_share(award.steps, share.after) - round_share(award.steps, share.before)
        if steps:
            cause = Cause(f"{share.key}/{award.rule}", reason, f"{share.after} of the purchase came back")
            owed = take_back(session, person, Loss(cause, award.unit, steps), now)
            taken.append(Taken(award.unit, steps, owed))
    return taken
