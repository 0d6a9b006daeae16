"""The ledger: how something comes to somebody only by going from somebody else, once, and for ever."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.benefits.ledger_account import Account, Books, Place, open_accounts, shift_balances
from kiosk.hub.models.benefits.ledger_line import LedgerLine, list_lines
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting, find_posting
from kiosk.hub.models.row import write_row, write_rows
from kiosk.hub.problem import Problem

MEMBER = "member"
STORE = "store"
STOCK = "stock"
OWED = "owed"
SALES = "sales"
REFUNDING = "refunding"
PAID_OUT = "paid_out"
_MAY_OVERDRAW = (STORE, STOCK, OWED, SALES, REFUNDING, PAID_OUT)
"""What the store gives comes from the first two: their balances say, below zero, how much it gave. In the third they
say what a member owes, in the fourth what was sold under each class of tax, then what the store has yet to give back,
and in the last what of it left its tills in place of a provider's account."""


class Move(Struct, frozen=True):
    """So many smallest steps into the account of `owner` in the part `kind` of the books; below zero, out of it."""

    kind: str
    owner: str
    steps: int


class Cause(Struct, frozen=True):
    """What happened: `key` names it for ever, `reason` says it in a word, `because` explains the amount."""

    key: str
    reason: str
    because: str


class Posting(Struct, frozen=True):
    """What is to be posted. Raises `ValueError` for moves that are none, or do not sum to zero."""

    cause: Cause
    unit: Unit
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        """Refuse what would make something of nothing, or move nothing."""
        places = {(move.kind, move.owner) for move in self.moves}
        if not self.moves or len(places) < len(self.moves) or not all(move.steps for move in self.moves):
            message = "a posting moves something in each of its accounts, and names each once"
            raise ValueError(message)
        if sum(move.steps for move in self.moves):
            message = "a posting sums to zero"
            raise ValueError(message)


def make_gift(cause: Cause, unit: Unit, member_key: str, steps: int) -> Posting:
    """A posting by which the store gives a member so many smallest steps; below zero, takes them back."""
    return Posting(cause, unit, (Move(STORE, "", -steps), Move(MEMBER, member_key, steps)))


def post(session: Session, store_id: str, posting: Posting, now: datetime) -> int:
    """Post it, or find it if it was posted before; its number. The session is a writer's.

    Raises a 422 `Problem` where another thing was posted under its key, and where an account has too little. Nothing is
    posted then, nor changed.
    """
    known = find_posting(session, store_id, posting.cause.key)
    if known is None:
        return post_new(session, store_id, posting, now)
    if known.fingerprint != _tell_apart(posting):
        raise Problem(422, "idempotency_key_reused", "Another thing was posted under this key.")
    return known.id


def post_new(session: Session, store_id: str, posting: Posting, now: datetime, accounts: Iterable[Account] = ()) -> int:
    """As `post`, of what cannot have been posted before, for what its key names is new.

    `accounts` are those of its moves that are open; none: nobody looked.
    """
    return _book(session, _make_row(store_id, posting, _tell_apart(posting), now), posting.moves, accounts)


def _tell_apart(posting: Posting) -> str:
    return digest(msgspec.json.encode(posting).decode())


def reverse(session: Session, row: LedgerPosting, because: str, now: datetime) -> int:
    """Undo a posting by its opposite, once; the number of that.

    Raises a 422 `Problem` for one that undoes another, and as `post` does.
    """
    if row.reverses_id is not None:
        raise Problem(422, "reversal_final", "What undid a posting is not undone; post what is right anew.")
    cause = Cause(f"reversal:{row.id}", "reversal", because)
    known = find_posting(session, row.store_id, cause.key)
    if known is not None:
        return known.id
    moves = tuple(Move(account.kind, account.owner, -line.steps) for line, account in list_lines(session, row.id))
    opposite = _make_row(row.store_id, Posting(cause, msgspec.convert(row.unit, Unit), moves), "", now)
    return _book(session, {**opposite, "reverses_id": row.id}, moves)


def _make_row(store_id: str, posting: Posting, fingerprint: str, now: datetime) -> dict[str, Any]:
    return {
        "store_id": store_id,
        "key": posting.cause.key,
        "fingerprint": fingerprint,
        "unit": posting.unit,
        "reason": posting.cause.reason,
        "because": posting.cause.because,
        "posted_at": now,
    }


def _book(session: Session, row: dict[str, Any], moves: Sequence[Move], found: Iterable[Account] = ()) -> int:
    books = Books(row["store_id"], row["unit"])
    places = [Place(move.kind, move.owner, move.kind in _MAY_OVERDRAW) for move in moves]
    accounts = open_accounts(session, books, places, found)
    _require_cover(accounts, moves)
    number = write_row(session, LedgerPosting, row)
    shifts = [(account.id, move.steps) for account, move in zip(accounts, moves, strict=True)]
    write_rows(session, LedgerLine, [_make_line(number, *shift) for shift in shifts])
    shift_balances(session, shifts)
    return number


def _make_line(posting_id: int, account_id: int, steps: int) -> dict[str, int]:
    return {"posting_id": posting_id, "account_id": account_id, "steps": steps}


def _require_cover(accounts: Sequence[Account], moves: Sequence[Move]) -> None:
    for account, move in zip(accounts, moves, strict=True):
        if account.balance + move.steps < 0 and not account.may_overdraw:
            raise Problem(422, "balance_too_low", "There is not so much in the account.")
