"""What a customer shows, as the tablet prints it: what she kept, what she wishes and wears, and what was said."""

from collections.abc import Mapping

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk
from kiosk.hub.console.members.letter_view import view_letter
from kiosk.hub.console.tablet.clock import print_moment
from kiosk.hub.domain.benefits.coupon_life import read_state
from kiosk.hub.domain.profile.diary import list_facts
from kiosk.hub.domain.profile.fact import Fact
from kiosk.hub.models.catalogue.offer import Offer, state_offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import list_messages_with
from kiosk.hub.models.conversation.message import LONGEST, Message
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.size import find_sizes
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.store.department import Department, map_departments, name_zone
from kiosk.hub.text.price_tag import make_tag
from kiosk.hub.text.words import choose_words

_MOST_SHOWN = 60


class KeptView(Struct, frozen=True):
    """A kept offer; `price` and `picture` are empty where it has none, `is_good`: it can still be bought by it."""

    bookmark: str
    title: str
    picture: str
    price: str
    state: str
    is_good: bool


class WishView(Struct, frozen=True):
    """What she put on her list in the web shop, of which kind of goods, and when."""

    what: str
    shelves: str
    moment: str


def view_kept(desk: Desk, session: Session, handshake: Handshake) -> dict[str, object]:
    """What she kept, the latest first."""
    query = select(Bookmark).where(Bookmark.member_key.in_(list_kin(session, handshake.member_key)))
    rows = session.scalars(query.order_by(Bookmark.kept_at.desc(), Bookmark.id).limit(_MOST_SHOWN))
    return {"kept": [_view_kept(desk, session, row) for row in rows]}


def view_wishes(desk: Desk, session: Session, handshake: Handshake) -> dict[str, object]:
    """Her wish list, the latest first, and her sizes."""
    kin = list_kin(session, handshake.member_key)
    facts = [fact for fact in list_facts(session, kin, desk.hub.now()) if fact.kind == "wished"]
    departments = map_departments(session, desk.store.id)
    wishes = [_view_wish(desk, fact, departments) for fact in reversed(facts[-_MOST_SHOWN:])]
    return {"wishes": wishes, "sizes": find_sizes(session, kin)}


def view_conversation(desk: Desk, session: Session, handshake: Handshake) -> dict[str, object]:
    """What was said with her."""
    letters = [view_letter(desk, session, message) for message in list_said(session, handshake)]
    return {"letters": letters, "longest": LONGEST}


def list_said(session: Session, handshake: Handshake) -> list[Message]:
    """All that was said with her, the oldest first."""
    return list_messages_with(session, list_kin(session, handshake.member_key))


def _view_wish(desk: Desk, fact: Fact, departments: Mapping[str, Department]) -> WishView:
    shelves = (name_zone(shelf, departments, desk.words["page"]["language"]) for shelf in fact.detail.shelves)
    return WishView(fact.detail.what, ", ".join(shelves), print_moment(desk, fact.at))


def _view_kept(desk: Desk, session: Session, bookmark: Bookmark) -> KeptView:
    now, words = desk.hub.now(), choose_words(desk.words["page"]["language"])
    offer = session.get_one(Offer, bookmark.offer_id)
    stated = state_offer(offer, now)
    tag, image = make_tag(stated, words), stated.image
    state = read_state(bookmark, now)
    phrase = desk.words["tablet"][f"coupon_{state}"]
    return KeptView(
        bookmark=bookmark.id,
        title=choose_phrase(offer.title, words.language),
        picture=image.url if image else "",
        price=tag.price if tag else "",
        state=phrase.format(moment=print_moment(desk, bookmark.kept_at)),
        is_good=state in ("issued", "held"),
    )
