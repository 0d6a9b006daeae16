"""What becomes of a kept offer as a coupon: kept in its row and posted to the ledger, never one without the other."""

from datetime import datetime, timedelta

import msgspec
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.coupon import TAKEN, Coupon, State, age, hold, issue, let_go, redeem, release
from kiosk.hub.domain.benefits.ledger import STOCK, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.programme import read_programme
from kiosk.hub.domain.benefits.unit import COUPONS
from kiosk.hub.models.bookmark import Bookmark
from kiosk.hub.models.ledger_account import sum_balances
from kiosk.hub.models.offer import Offer


def issue_coupon(session: Session, bookmark: Bookmark, offer: Offer) -> None:
    """Begin the life of the coupon that this bookmark is: good as long as the offer, or shorter by the programme."""
    days = read_programme(session, bookmark.store_id).coupons.days
    ends = [offer.valid_until, bookmark.kept_at + timedelta(days=days) if days else None]
    coupon = issue(min((end for end in ends if end), default=None))
    _keep(bookmark, coupon)
    _post_turn(session, bookmark, STOCK, "issued", bookmark.kept_at)


def age_coupon(session: Session, bookmark: Bookmark, now: datetime) -> None:
    """Have it be what time made of it."""
    _turn(session, bookmark, age(_read(bookmark), now), now)


def hold_coupon(session: Session, bookmark: Bookmark, basket: str, now: datetime) -> bool:
    """Lay it by for this basket, for as long as the programme says; False: it was before. Raises as `hold` does."""
    age_coupon(session, bookmark, now)
    until = now + timedelta(minutes=read_programme(session, bookmark.store_id).coupons.hold_minutes)
    return _turn(session, bookmark, hold(_read(bookmark), basket, until), now)


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
    _post_turn(session, bookmark, before.state, coupon.state, now)
    return True


def _post_turn(session: Session, bookmark: Bookmark, source: str, target: State, now: datetime) -> None:
    """An account of the offer for each state: the coupon goes from one to the next."""
    offer_id = bookmark.offer_id
    moves = (Move(source, offer_id, -1), Move(target, offer_id, 1))
    cause = Cause(f"coupon:{bookmark.id}:{bookmark.turns}", target, "one coupon")
    post(session, bookmark.store_id, Posting(cause, COUPONS, moves), now)
    bookmark.turns += 1
    session.flush()
