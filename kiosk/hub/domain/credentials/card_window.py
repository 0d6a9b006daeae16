"""How a member shows which card is hers: she opens a window on her phone, and keeps two offers with the card.

What a screen shows, anybody can read; what it is tapped with, nobody else can do. So the window asks for what only the
holder of the card does after her own phone asked for it: two offers kept with one anonymous card, and with no other in
all the store meanwhile. A card that is known as somebody's changes hands at the counter alone.
"""

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.joining.attachment import attach_anonymous, is_anonymous
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.card_window import CardWindow, close_card_window
from kiosk.hub.models.members.credential import BROWSER, Credential
from kiosk.hub.models.members.member import Member

TAPS = 2


class Shown(Enum):
    """What the window has seen so far."""

    NOTHING = "nothing"
    ONE_TAP = "one_tap"
    SEVERAL_CARDS = "several_cards"
    ATTACHED = "attached"


class Kept(Struct, frozen=True):
    """An offer that somebody anonymous kept with a card in the window."""

    member: str
    offer: str


def judge_taps(kept: Iterable[Kept]) -> Shown:
    """What these come to."""
    offers: dict[str, set[str]] = {}
    for one in kept:
        offers.setdefault(one.member, set()).add(one.offer)
    if not offers:
        return Shown.NOTHING
    if len(offers) > 1:
        return Shown.SEVERAL_CARDS
    return Shown.ATTACHED if len(next(iter(offers.values()))) >= TAPS else Shown.ONE_TAP


def look_through(hub: Hub, session: Session, account: Account, window: CardWindow) -> Shown:
    """What the window has seen; where it is enough, the card is hers from now on, and the window closed."""
    kept = _list_kept(session, account.store_id, window)
    shown = judge_taps(kept)
    if shown is Shown.ATTACHED:
        attach_anonymous(hub, session, session.get_one(Member, kept[0].member), account)
        close_card_window(session, account.member_key)
    elif shown is Shown.SEVERAL_CARDS:
        close_card_window(session, account.member_key)
    return shown


def _list_kept(session: Session, store_id: str, window: CardWindow) -> list[Kept]:
    """What was kept with anonymous cards at screens, both tapped and heard of since the window was opened.

    A screen that was offline tells late of taps that were made before, maybe by others.
    """
    since = window.opened_at
    query = select(Bookmark).where(
        Bookmark.store_id == store_id,
        Bookmark.screen_id.is_not(None),
        Bookmark.kept_at >= since,
        Bookmark.tapped_at >= since,
        Bookmark.member_key.in_(select(Credential.member_key).where(Credential.kind != BROWSER)),
    )
    rows = session.scalars(query.order_by(Bookmark.kept_at))
    return [Kept(row.member_key, row.offer_id) for row in rows if is_anonymous(session, row.member_key)]
