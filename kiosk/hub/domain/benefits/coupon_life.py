"""What becomes of a kept offer as a coupon: kept in its row and posted to the ledger, never one without the other."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.coupon import TAKEN, Coupon, State, age, hold, let_go, redeem, release
from kiosk.hub.domain.benefits.coupon import issue as begin
from kiosk.hub.domain.benefits.ledger import STOCK, Cause, Move, Posting, post, post_new
from kiosk.hub.domain.benefits.programme import Coupons, read_programme
from kiosk.hub.domain.benefits.unit import COUPONS
from kiosk.hub.models.benefits.ledger_account import Account, sum_balances
from kiosk.hub.models.conversation.bookmark import Bookmark


class Issue(Struct, frozen=True):
    """Of which offer of a store a coupon is issued now, as which bookmark; `until`: as long as the offer is good.

    `accounts` are those that it moves between, as far as they are open.
    """

    store_id: str
    offer_id: str
    bookmark_id: str
    until: datetime | None
    now: datetime
    accounts: Sequence[Account]


def issue_coupon(session: Session, issue: Issue, rules: Coupons) -> dict[str, object]:
    """Begin the life of the coupon that a bookmark is: good as long as the offer, or shorter by these rules.

    What the bookmark's row, which is yet to be written, says of it.
    """
    ends = [issue.until, issue.now + timedelta(days=rules.days) if rules.days else None]
    coupon = begin(min((end for end in ends if end), default=None))
    turn = _Turn(issue.store_id, issue.offer_id, issue.bookmark_id, 0)
    post_new(session, issue.store_id, _make_posting(turn, STOCK, coupon.state), issue.now, issue.accounts)
    return {**asdict(coupon), "turns": 1}


def age_coupon(session: Session, bookmark: Bookmark, now: datetime) -> None:
    """Have it be what time made of it."""
    _turn(session, bookmark, age(_read(bookmark), now), now)


def hold_coupon(session: Session, bookmark: Bookmark, basket: str, now: datetime) -> bool:
    """Lay it by for this basket, for as long as the programme says; False: it was before. Raises as `hold` does."""
    age_coupon(session, bookmark, now)
    until = now + timedelta(minutes=read_programme(session, bookmark.store_id).coupons.hold_minutes)
    return _turn(session, bookmark, hold(_read(bookmark), basket, until), now)


def lay_coupon_by(session: Session, bookmark: Bookmark, basket: str, now: datetime) -> bool:
    """As `hold_coupon`, for a basket that is being paid: nobody knows how long that takes, so it does not lapse."""
    age_coupon(session, bookmark, now)
    return _turn(session, bookmark, hold(_read(bookmark), basket, None), now)


def let_go_coupon(session: Session, bookmark: Bookmark, basket: str, now: datetime) -> bool:
    """End the hold of this basket; False: it had none."""
    is_ended = _turn(session, bookmark, let_go(_read(bookmark), basket), now)
    age_coupon(session, bookmark, now)
    return is_ended


def redeem_coupon(session: Session, bookmark: Bookmark, basket: str | None, now: datetime) -> bool:
    """Have it be bought; False: it was before. Raises as `redeem` does."""
    age_coupon(session, bookmark, now)
    is_new = _turn(session, bookmark, redeem(_read(bookmark), basket), now)
    if is_new:
        bookmark.redeemed_at = now
    return is_new


def release_coupon(session: Session, bookmark: Bookmark, now: datetime) -> bool:
    """Give it back; False: it was before. Raises as `release` does."""
    age_coupon(session, bookmark, now)
    return _turn(session, bookmark, release(_read(bookmark)), now)


def read_state(bookmark: Bookmark, now: datetime) -> State:
    """The state of the coupon at this time, whether or not anybody noted yet what time made of it."""
    return age(_read(bookmark), now).state


def count_taken(session: Session, store_id: str, offer_ids: list[str]) -> dict[str, int]:
    """How many coupons of these offers take their share of the budget; those without any are missing."""
    return sum_balances(session, store_id, TAKEN, offer_ids, COUPONS)


def _read(bookmark: Bookmark) -> Coupon:
    state = msgspec.convert(bookmark.state, State)
    return Coupon(state, bookmark.expires_at, bookmark.hold, bookmark.due_at)


def _keep(bookmark: Bookmark, coupon: Coupon) -> None:
    bookmark.state, bookmark.expires_at = coupon.state, coupon.expires_at
    bookmark.hold, bookmark.due_at = coupon.hold, coupon.due_at


def _turn(session: Session, bookmark: Bookmark, coupon: Coupon, now: datetime) -> bool:
    before = _read(bookmark)
    if coupon == before:
        return False
    _keep(bookmark, coupon)
    turn = _Turn(bookmark.store_id, bookmark.offer_id, bookmark.id, bookmark.turns)
    post(session, turn.store_id, _make_posting(turn, before.state, coupon.state), now)
    bookmark.turns += 1
    return True


class _Turn(Struct, frozen=True):
    """The change of this `number` in the state of a coupon."""

    store_id: str
    offer_id: str
    bookmark_id: str
    number: int


def _make_posting(turn: _Turn, source: str, target: State) -> Posting:
    """An account of the offer for each state: the coupon goes from one to the next."""
    moves = (Move(source, turn.offer_id, -1), Move(target, turn.offer_id, 1))
    cause = Cause(f"coupon:{turn.bookmark_id}:{turn.number}", target, "one coupon")
    return Posting(cause, COUPONS, moves)
