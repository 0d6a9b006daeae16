"""How something is put aside or ordered for a member: in her conversation, and from then on in the day's list."""

from datetime import datetime

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.handshake.order import Course, State, Way, advance, age, place, settle
from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.handshake_step import Kind, add_step
from kiosk.hub.models.handshake.order import Order
from kiosk.hub.models.members.member import Member, note_change
from kiosk.hub.models.store.happening import Happening, find_happening
from kiosk.hub.models.store.store import get_store
from kiosk.hub.text.counter_words import choose_counter_words
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

_DIGITS = 4


class Wish(Struct, frozen=True):
    """What she wants of an offer that she kept: which `variant`, by which way, and put aside until when."""

    bookmark: Bookmark
    way: Way
    variant: str = ""
    until: datetime | None = None


def place_order(hub: Hub, session: Session, handshake: Handshake, wish: Wish, order_id: str) -> Order:
    """Put it aside, or order it, once for this id, and say so in her conversation. Raises as `place` does."""
    known = session.get(Order, order_id)
    if known is not None:
        return known
    now = hub.now()
    course = place(wish.way, now, wish.until)
    order = Order(
        id=order_id,
        store_id=handshake.store_id,
        bookmark_id=wish.bookmark.id,
        number=make_code(hub.mint())[:_DIGITS],
        way=course.way,
        state=course.state,
        variant=wish.variant,
        placed_at=now,
        changed_at=now,
        clerk=handshake.clerk or "",
        due_at=course.due_at,
    )
    session.add(order)
    session.flush()
    kind: Kind = "reserved" if course.way == "reserve" else "ordered"
    add_step(session, handshake.id, kind, now, wish.bookmark.offer_id)
    _tell(hub, session, order, course.way)
    return order


def read_course(order: Order, now: datetime) -> Course:
    """How the order stands now."""
    way, state = msgspec.convert(order.way, Way), msgspec.convert(order.state, State)
    return age(Course(way, state, order.due_at), now)


def set_address(hub: Hub, session: Session, order: Order, address: str) -> bool:
    """Note where it shall be sent, as she typed it herself; False: nobody asks for that any more."""
    course = read_course(order, hub.now())
    if course.way != "home" or course.state != "ordered":
        return False
    order.address, order.due_at = address, settle(course).due_at
    session.flush()
    return True


def advance_order(hub: Hub, session: Session, order: Order, state: str, clerk: str) -> bool:
    """Bring the order into its next state; False: it was there before. Raises as `advance` does.

    That it lies ready is a happening, as if a till had told it: rules tell her, and screens greet her by it. Where it
    was sent to is forgotten once it was.
    """
    before = read_course(order, hub.now())
    course = advance(before, state)
    if course == before:
        return False
    order.state, order.changed_at, order.clerk = course.state, hub.now(), clerk
    if course.state == "sent":
        order.address = None
        _tell(hub, session, order, course.state)
    elif course.way == "store":
        _note_happening(hub, session, order)
    session.flush()
    return True


def _note_happening(hub: Hub, session: Session, order: Order) -> None:
    now, name = hub.now(), f"order:{order.id}"
    happening = find_happening(session, order.store_id, name)
    if happening is None:
        happening = Happening(
            store_id=order.store_id, id=name, kind="order_ready", happened_at=now, bookmark_id=order.bookmark_id
        )
        session.add(happening)
    happening.over_at = now if order.state == "collected" else None
    session.flush()
    bookmark = session.get_one(Bookmark, order.bookmark_id)
    note_change(session, session.get_one(Member, bookmark.member_key))


def _tell(hub: Hub, session: Session, order: Order, what: str) -> None:
    bookmark = session.get_one(Bookmark, order.bookmark_id)
    words = choose_words(bookmark.language)
    title = choose_phrase(session.get_one(Offer, bookmark.offer_id).title, words.language)
    zone = get_store(session, order.store_id).time_zone
    text = (
        choose_counter_words(words.language)
        .messages[what]
        .format(
            what=f"{title}, {order.variant}" if order.variant else title,
            until=format_moment(order.due_at, hub.now(), zone, words) if order.due_at else "",
            number=order.number,
        )
    )
    tell_member(hub, session, bookmark, Said(text, "console", f"order:{order.id}:{what}"))
