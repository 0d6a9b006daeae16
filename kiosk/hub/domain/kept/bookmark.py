"""How a tap becomes a bookmark in a conversation: the one way, from a screen's reader and from a phone's page."""

from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.bookmark import StampCount
from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import Issue, count_taken, issue_coupon
from kiosk.hub.domain.benefits.programme import read_coupons
from kiosk.hub.domain.benefits.stamp_card import Stay, stamp_tap
from kiosk.hub.domain.member_data.tombstone import was_erased_since
from kiosk.hub.domain.outside.announcement import announce_kept
from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim
from kiosk.hub.models.conversation.conversation import Conversation, find_conversation
from kiosk.hub.models.conversation.encounter import Approach, Encounter, Goods, Owner, meet
from kiosk.hub.models.conversation.kept import Kept
from kiosk.hub.models.conversation.message import STORE, Entry, Message
from kiosk.hub.models.members.credential import BROWSER, Credential
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.prepared import Sent, at_once
from kiosk.hub.models.row import send_row, write_row
from kiosk.hub.models.visit.visit import stir_visits
from kiosk.hub.problem import Problem
from kiosk.hub.text.words import choose_words


@dataclass(frozen=True, slots=True)
class Tap:
    """What is to be kept, and what was shown for it: `proof` is a hash of the credential of this `kind`."""

    id: str
    fingerprint: str
    kind: str
    proof: str
    tapped_at: datetime
    language: str
    screen: str | None = None
    zone: str | None = None
    impression: str | None = None


class Keeper(Struct, frozen=True):
    """A member for whom it is kept, what the store says to it and where that came in."""

    member: Member
    greeting: str
    entry: Entry


class _Keeping(Struct, frozen=True):
    """What is kept for whom (`None`: nobody is known by the credential), and what the store says to it."""

    met: Encounter
    goods: Goods
    owner: Owner | None
    greeting: str
    entry: Entry


class TapOfErased(Exception):
    """Whose card this is was erased after she tapped: nothing of it is kept, and nobody is to send it again."""


def keep_offer(hub: Hub, session: Session, offer: Offer, tap: Tap) -> Bookmark:
    """As `keep_met`, of an offer that is there."""
    return session.get_one(Bookmark, keep_met(hub, session, _meet(session, offer, tap), tap).id)


def keep_met(hub: Hub, session: Session, met: Encounter, tap: Tap) -> Kept:
    """Keep an offer that this tap has not kept yet, and open or continue the member's conversation.

    A credential that nobody is known by makes a new, anonymous member. Raises a `Problem`, of 404 where the store has
    no such offer and of 422 where nothing is left of its budget, and before every other refusal `TapOfErased`.
    """
    if met.has_erased and (met.owner is None or tap.tapped_at < met.owner.joined_at):
        _refuse_late(session, met.store_id, tap)
    goods = _require_goods(session, met)
    entry: Entry = "web" if tap.kind == BROWSER else "screen"
    return _keep(hub, session, tap, _Keeping(met, goods, met.owner, _choose_greeting(goods, tap, met.owner), entry))


def keep_for(hub: Hub, session: Session, offer: Offer, tap: Tap, keeper: Keeper) -> Bookmark:
    """Keep an offer for a member who is known without a credential. Raises as `keep_met` does."""
    met = _meet(session, offer, tap)
    thread = find_conversation(session, keeper.member.key)
    owner = Owner(keeper.member.key, keeper.member.joined_at, thread.id if thread else None)
    keeping = _Keeping(met, _require_goods(session, met), owner, keeper.greeting, keeper.entry)
    return session.get_one(Bookmark, _keep(hub, session, tap, keeping).id)


def _meet(session: Session, offer: Offer, tap: Tap) -> Encounter:
    return meet(session, Approach(offer.store_id, offer.id, tap.id, tap.kind, tap.proof, tap.tapped_at))


def _keep(hub: Hub, session: Session, tap: Tap, keeping: _Keeping) -> Kept:
    stamps = _stamp(session, tap, keeping, hub.now())
    with at_once(session):
        kept = _write(hub, session, tap, keeping, stamps)
        if keeping.owner:
            stir_visits(session, keeping.owner.key)
    if keeping.met.is_told:
        announce_kept(hub, session, session.get_one(Bookmark, tap.id))
    return kept


def _write(hub: Hub, session: Session, tap: Tap, keeping: _Keeping, stamps: StampCount | None) -> Kept:
    """All rows of it, those first to which others refer."""
    met, now = keeping.met, hub.now()
    owner = keeping.owner or _add_member(hub, session, met.store_id, tap)
    thread = owner.conversation_id or _open_conversation(hub, session, owner)
    issue = Issue(met.store_id, keeping.goods.id, tap.id, keeping.goods.valid_until, now, met.accounts)
    message = _greet(session, tap, thread, keeping, now)
    coupon = issue_coupon(session, issue, read_coupons(met.coupons))
    row = coupon | {
        "id": tap.id,
        "fingerprint": tap.fingerprint,
        "store_id": met.store_id,
        "offer_id": keeping.goods.id,
        "member_key": owner.key,
        "conversation_id": thread,
        "first_message_id": message.read()[0],
        "was_known": keeping.owner is not None,
        "language": tap.language,
        "tapped_at": tap.tapped_at,
        "kept_at": now,
        "redeem_code": make_code(hub.mint()),
        "screen_id": tap.screen,
        "zone": tap.zone,
        "impression": tap.impression,
        "stamps": stamps and stamps.have,
        "stamps_wanted": stamps and stamps.of,
    }
    write_row(session, Bookmark, row)
    token = hub.mint()
    write_row(session, Claim, {"token": token, "bookmark_id": tap.id})
    return Kept(tap.id, keeping.owner is not None, thread, token, stamps)


def _stamp(session: Session, tap: Tap, keeping: _Keeping, now: datetime) -> StampCount | None:
    met, owner = keeping.met, keeping.owner
    if owner is None or met.stamps is None or tap.screen is None:
        return None
    return stamp_tap(session, Stay(met.store_id, owner.key, tap.screen, tap.zone, min(tap.tapped_at, now)), now)


def _require_goods(session: Session, met: Encounter) -> Goods:
    goods = met.goods
    if goods is None:
        raise Problem(404, "offer_unknown", "This store has no such offer.")
    # Two at once would both count one too few: but of those who write only one at a time has begun.
    if goods.budget and _count_taken(session, met.store_id, goods.id) >= goods.budget.count_bookmarks():
        raise Problem(422, "budget_spent", "Nothing is left of the offer's budget; raise it and send this again.")
    return goods


def _count_taken(session: Session, store_id: str, offer_id: str) -> int:
    return count_taken(session, store_id, [offer_id]).get(offer_id, 0)


def _refuse_late(session: Session, store_id: str, tap: Tap) -> None:
    if was_erased_since(session, store_id, tap.kind, tap.proof, tap.tapped_at):
        raise TapOfErased


def _add_member(hub: Hub, session: Session, store_id: str, tap: Tap) -> Owner:
    owner = Owner(f"s_{hub.mint()}", hub.now(), None)
    member = {"key": owner.key, "store_id": store_id, "joined_at": owner.joined_at, "language": tap.language}
    write_row(session, Member, {**member, "segments": [], "interests": {}})
    card = {"store_id": store_id, "kind": tap.kind, "value": tap.proof, "member_key": owner.key}
    write_row(session, Credential, card)
    return owner


def _choose_greeting(goods: Goods, tap: Tap, owner: Owner | None) -> str:
    words = choose_words(tap.language)
    # A card's greeting is read by whoever scans a public screen: it does not say that she kept something before.
    is_again = tap.kind == BROWSER and owner is not None and owner.conversation_id is not None
    phrase = words.greeting_again if is_again else words.greeting
    return phrase.format(offer=choose_phrase(goods.title, words.language))


def _greet(session: Session, tap: Tap, thread: str, keeping: _Keeping, now: datetime) -> Sent[int]:
    message = {"conversation_id": thread, "bookmark_id": tap.id, "author": STORE, "text": keeping.greeting}
    return send_row(session, Message, {**message, "written_at": now, "entry": keeping.entry})


def _open_conversation(hub: Hub, session: Session, owner: Owner) -> str:
    thread = f"c_{hub.mint()}"
    write_row(session, Conversation, {"id": thread, "member_key": owner.key, "opened_at": hub.now()})
    return thread
