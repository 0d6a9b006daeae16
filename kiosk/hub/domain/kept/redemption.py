"""How a kept offer that was bought is told: to the member in her conversation, and to the screen that showed it."""

from collections import Counter, defaultdict
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import redeem_coupon
from kiosk.hub.domain.benefits.purchase import name_purchase, note_purchase
from kiosk.hub.domain.benefits.referral import confirm_referral
from kiosk.hub.domain.outside.announcement import announce_redeemed
from kiosk.hub.domain.redeem_code import read_code
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark, find_bookmark, find_bookmark_by_code, list_redeemed_taps
from kiosk.hub.models.conversation.message import STORE, Message, add_message
from kiosk.hub.models.store.severed_tap import list_severed_taps
from kiosk.hub.models.store.store import get_store
from kiosk.hub.problem import Problem
from kiosk.hub.text.words import choose_words
from kiosk.offers.posterior import Redeemed, name_hour


def find_kept(session: Session, said: str) -> Bookmark | None:
    """The bookmark of this id, or of this redeem code however it was typed."""
    return find_bookmark(session, said) or find_bookmark_by_code(session, read_code(said))


def get_kept(session: Session, store_id: str, said: str) -> Bookmark:
    """As `find_kept`, in this store; raises a 404 `Problem` where there is none."""
    bookmark = find_kept(session, said)
    if bookmark is None or bookmark.store_id != store_id:
        raise Problem(404, "bookmark_unknown", "This store has no such bookmark.")
    return bookmark


def redeem_bookmark(
    hub: Hub, session: Session, bookmark: Bookmark, basket: str | None = None, paid: Money | None = None
) -> bool:
    """Note that the bookmark was redeemed, and say so in its conversation; False: that was noted before.

    `basket` is the one that a till held it for, `paid` what the member paid, by which she earns; without it, a receipt
    tells that. Who recommended the store to her earns, too. Raises a 422 `Problem` for a coupon that another basket
    holds, or that is at another end.
    """
    now = hub.now()
    if not redeem_coupon(session, bookmark, basket, now):
        return False
    _tell(session, bookmark, now)
    announce_redeemed(hub, session, bookmark)
    purchase = name_purchase(bookmark.id)
    if paid is None:
        confirm_referral(hub, session, bookmark.member_key, purchase)
    else:
        note_purchase(hub, session, bookmark.member_key, purchase, paid)
    return True


def _tell(session: Session, bookmark: Bookmark, now: datetime) -> None:
    title = session.get_one(Offer, bookmark.offer_id).title
    words = choose_words(bookmark.language)
    text = words.redeemed.format(offer=choose_phrase(title, words.language))
    message = Message(
        conversation_id=bookmark.conversation_id,
        bookmark_id=bookmark.id,
        author=STORE,
        text=text,
        written_at=now,
        entry="till",
    )
    add_message(session, message)


def count_redeemed(session: Session, store_id: str, screen_id: str) -> Redeemed:
    """How often bookmarks of this screen were redeemed.

    The counts are whole and never shrink: a screen that hears them twice, or only the last of them, misses nothing.
    """
    zone = ZoneInfo(get_store(session, store_id).time_zone)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kept, severed = (taps(session, store_id, screen_id) for taps in (list_redeemed_taps, list_severed_taps))
    for offer_id, tapped_at in (*kept, *severed):
        counts[offer_id][name_hour(tapped_at.astimezone(zone))] += 1
    return {offer_id: dict(sorted(cells.items())) for offer_id, cells in counts.items()}
