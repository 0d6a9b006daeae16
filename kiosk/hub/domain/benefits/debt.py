"""What a member owes: goods came back when she had spent already what they had earned her.

No balance falls below zero. So the rest is carried as owed, and paid out of whatever next comes to her account, at
once: nobody has something of a unit while she owes of it.
"""

from datetime import datetime

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.ledger import OWED, STORE, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.purse import count_purse, draw_purse, pay_debts
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.models.members.member import Member


class Loss(Struct, frozen=True):
    """So many smallest steps of `unit` that somebody should not have any more, and why."""

    cause: Cause
    unit: Unit
    steps: int


def take_back(session: Session, member: Member, loss: Loss, now: datetime) -> int:
    """Take it back from the person; how many smallest steps of it she owes from now on."""
    moves = draw_purse(session, member, loss.unit, loss.steps)
    owed = loss.steps + sum(move.steps for move in moves)
    debt = (Move(OWED, member.key, -owed),) if owed else ()
    posting = Posting(loss.cause, loss.unit, (*moves, *debt, Move(STORE, "", loss.steps)))
    post(session, member.store_id, posting, now)
    return owed


def settle_debts(session: Session, member: Member, unit: Unit, key: str, now: datetime) -> None:
    """Pay what the person owes of this unit out of what she has; `key` names what came to her account."""
    payments = pay_debts(session, member, unit, count_purse(session, member, unit))
    if payments:
        takings = draw_purse(session, member, unit, sum(move.steps for move in payments))
        cause = Cause(f"{key}/owed", "owed", "goods had been brought back")
        post(session, member.store_id, Posting(cause, unit, (*takings, *payments)), now)
