"""How one of the staff puts an offer of the store into a member's keeping: a coupon, as many as the manager allows."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.programme import read_programme
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.bookmark import Keeper, Tap, keep_for
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark, find_bookmark
from kiosk.hub.models.handshake.gift_count import count_gift, count_given
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.handshake_step import add_step
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import get_store
from kiosk.hub.problem import Problem
from kiosk.hub.text.counter_words import choose_counter_words
from kiosk.hub.text.words import choose_words


def count_left(hub: Hub, session: Session, store_id: str, clerk_id: str) -> int:
    """How many coupons this person may still give on this day of the store."""
    given = count_given(session, store_id, clerk_id, _find_day(hub, session, store_id))
    return max(read_programme(session, store_id).coupons.per_clerk_day - given, 0)


def _find_day(hub: Hub, session: Session, store_id: str) -> date:
    return hub.now().astimezone(ZoneInfo(get_store(session, store_id).time_zone)).date()


def give_coupon(hub: Hub, session: Session, handshake: Handshake, offer: Offer, gift_id: str) -> Bookmark:
    """Keep the offer for her, once for this id, and say so in her conversation.

    The ledger issues it from the store's stock as any kept offer. Raises a 422 `Problem` once the person gave as many
    as she may in a day, and as `keep_offer` does.
    """
    store_id, clerk_id = handshake.store_id, handshake.clerk_id or ""
    known = find_bookmark(session, gift_id)
    if known is not None:
        return known
    if not count_left(hub, session, store_id, clerk_id):
        raise Problem(422, "gifts_spent", "This person gave as many coupons today as she may.")
    member = session.get_one(Member, handshake.member_key)
    title = choose_phrase(offer.title, choose_words(member.language).language)
    text = choose_counter_words(member.language).messages["given"].format(what=title)
    tap = Tap(gift_id, digest(gift_id), "gift", "", hub.now(), member.language)
    bookmark = keep_for(hub, session, offer, tap, Keeper(member, text, "console"))
    count_gift(session, store_id, clerk_id, _find_day(hub, session, store_id))
    add_step(session, handshake.id, "given", hub.now(), offer.id)
    return bookmark
