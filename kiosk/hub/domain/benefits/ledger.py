"""The ledger: how something comes to somebody only by going from somebody else, once, and for ever."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.ledger_account import LedgerAccount, open_account
from kiosk.hub.models.ledger_line import LedgerLine, list_lines
from kiosk.hub.models.ledger_posting import LedgerPosting, find_posting
from kiosk.hub.problem import Problem

MEMBER = "member"
STORE = "store"
STOCK = "stock"
_SOURCES = (STORE, STOCK)
"""What the store gives comes from there: their balances say, below zero, how much it gave."""


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


def post(session: Session, store_id: str, posting: Posting, now: datetime) -> LedgerPosting:
    """Post it, or find it if it was posted before; the session is a writer's.

    Raises a 422 `Problem` where another thing was posted under its key, and where an account has too little. Nothing is
    posted then, nor changed.
    """
    fingerprint = digest(msgspec.json.encode(posting).decode())
    known = find_posting(session, store_id, posting.cause.key)
    if known is None:
        row = _make_row(store_id, posting, fingerprint, now)
        _book(session, row, posting.moves)
        return row
    if known.fingerprint != fingerprint:
        raise Problem(422, "idempotency_key_reused", "Another thing was posted under this key.")
    return known


def reverse(session: Session, row: LedgerPosting, because: str, now: datetime) -> LedgerPosting:
    """Undo a posting by its opposite, once. Raises a 422 `Problem` for one that undoes another, and as `post` does."""
    if row.reverses_id is not None:
        raise Problem(422, "reversal_final", "What undid a posting is not undone; post what is right anew.")
    cause = Cause(f"reversal:{row.id}", "reversal", because)
    known = find_posting(session, row.store_id, cause.key)
    if known is not None:
        return known
    moves = tuple(Move(account.kind, account.owner, -line.steps) for line, account in list_lines(session, row.id))
    opposite = _make_row(row.store_id, Posting(cause, msgspec.convert(row.unit, Unit), moves), "", now)
    opposite.reverses_id = row.id
    _book(session, opposite, moves)
    return opposite


def _make_row(store_id: str, posting: Posting, fingerprint: str, now: datetime) -> LedgerPosting:
    return LedgerPosting(
        store_id=store_id,
        key=posting.cause.key,
        fingerprint=fingerprint,
        unit=posting.unit,
        reason=posting.cause.reason,
        because=posting.cause.because,
        posted_at=now,
    )


def _book(session: Session, row: LedgerPosting, moves: Sequence[Move]) -> None:
    accounts = [_open(session, row, move) for move in moves]
    _require_cover(accounts, moves)
    session.add(row)
    session.flush()
    for account, move in zip(accounts, moves, strict=True):
        account.balance += move.steps
        session.add(LedgerLine(posting_id=row.id, account_id=account.id, steps=move.steps))
    session.flush()


def _open(session: Session, row: LedgerPosting, move: Move) -> LedgerAccount:
    wanted = LedgerAccount(
        store_id=row.store_id,
        kind=move.kind,
        owner=move.owner,
        unit=row.unit,
        may_overdraw=move.kind in _SOURCES,
    )
    return open_account(session, wanted)


def _require_cover(accounts: Sequence[LedgerAccount], moves: Sequence[Move]) -> None:
    for account, move in zip(accounts, moves, strict=True):
        if account.balance + move.steps < 0 and not account.may_overdraw:
            raise Problem(422, "balance_too_low", "There is not so much in the account.")
