"""What a member has to spend of a unit, under whichever of her keys it lies."""

from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.ledger import MEMBER, OWED, Move
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.models.benefits.ledger_account import sum_balances
from kiosk.hub.models.members.member import Member, list_kin


def count_purse(session: Session, member: Member, unit: Unit) -> int:
    """How much she has, in smallest steps."""
    return sum(_read_balances(session, member, MEMBER, unit).values())


def draw_purse(session: Session, member: Member, unit: Unit, steps: int) -> tuple[Move, ...]:
    """The moves that take so much of what she has; less where she has less."""
    return _move(MEMBER, _read_balances(session, member, MEMBER, unit), -steps)


def pay_debts(session: Session, member: Member, unit: Unit, steps: int) -> tuple[Move, ...]:
    """The moves that pay so much of what she owes; less where she owes less."""
    owed = {key: -balance for key, balance in _read_balances(session, member, OWED, unit).items()}
    return _move(OWED, owed, steps)


def _read_balances(session: Session, member: Member, kind: str, unit: Unit) -> dict[str, int]:
    balances = sum_balances(session, member.store_id, (kind,), list_kin(session, member.key), unit)
    return dict(sorted(balances.items()))


def _move(kind: str, most: dict[str, int], steps: int) -> tuple[Move, ...]:
    """Moves of this many steps in all, above zero or below, of no account more than `most` says."""
    sign, left = (1 if steps > 0 else -1), abs(steps)
    moves = list[Move]()
    for key, room in most.items():
        share = min(room, left)
        if share:
            moves.append(Move(kind, key, sign * share))
            left -= share
    return tuple(moves)
