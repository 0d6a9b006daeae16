"""How the store's books are closed for a member who goes: nothing is owed to her, and nothing is lost from them."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import age_coupon, let_go_coupon, release_coupon
from kiosk.hub.domain.benefits.ledger import STORE, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.tender import release_tender
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.models.benefits.ledger_account import list_filled_accounts
from kiosk.hub.models.benefits.tender import Tender
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.store.severed_tap import SeveredTap

ERASED = "erased"


def settle(hub: Hub, session: Session, store_id: str, keys: Sequence[str]) -> None:
    """Give back what these kept and did not buy, and what they collected; what they bought stays counted."""
    for bookmark in session.scalars(select(Bookmark).where(Bookmark.member_key.in_(keys))).all():
        _settle_coupon(hub, session, bookmark)
    for tender in session.scalars(select(Tender).where(Tender.member_key.in_(keys), Tender.due_at.is_not(None))):
        release_tender(session, tender, hub.now())
    for account in list_filled_accounts(session, keys):
        cause = Cause(f"{ERASED}:{hub.mint()}", ERASED, "the member was erased")
        moves = (Move(account.kind, account.owner, -account.balance), Move(STORE, "", account.balance))
        post(session, store_id, Posting(cause, msgspec.convert(account.unit, Unit), moves), hub.now())
    session.flush()


def _settle_coupon(hub: Hub, session: Session, bookmark: Bookmark) -> None:
    now = hub.now()
    age_coupon(session, bookmark, now)
    if bookmark.hold:
        let_go_coupon(session, bookmark, bookmark.hold, now)
    if bookmark.state == "issued":
        release_coupon(session, bookmark, now)
    if bookmark.redeemed_at and bookmark.screen_id:
        hour = bookmark.tapped_at.replace(minute=0, second=0, microsecond=0)
        tap = SeveredTap(
            store_id=bookmark.store_id, screen_id=bookmark.screen_id, offer_id=bookmark.offer_id, tapped_at=hour
        )
        session.add(tap)
