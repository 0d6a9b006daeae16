"""How something is put aside or ordered for a member: in her conversation, and from then on in the day's list."""

from datetime import datetime

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.domain.handshake.reservation import Course, State, Way, advance, age, place, settle
from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.handshake_step import Kind, add_step
from kiosk.hub.models.handshake.reservation import Reservation
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


def place_reservation(hub: Hub, session: Session, handshake: Handshake, wish: Wish, reservation_id: str) -> Reservation:
    """Put it aside, or order it, once for this id, and say so in her conversation. Raises as `place` does."""
    known = session.get(Reservation, reservation_id)
    if known is not None:
        return known
    now = hub.now()
    course = place(wish.way, now, wish.until)
    reservation = Reservation(
        id=reservation_id,
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
    session.add(reservation)
    session.flush()
    kind: Kind = "reserved" if course.way == "reserve" else "ordered"
    add_step(session, handshake.id, kind, now, wish.bookmark.offer_id)
    _tell(hub, session, reservation, course.way)
    return reservation


def read_course(reservation: Reservation, now: datetime) -> Course:
    """How the reservation stands now."""
    way, state = msgspec.convert(reservation.way, Way), msgspec.convert(reservation.state, State)
    return age(Course(way, state, reservation.due_at), now)


def set_address(hub: Hub, session: Session, reservation: Reservation, address: str) -> bool:
    """Note where it shall be sent, as she typed it herself; False: nobody asks for that any more."""
    course = read_course(reservation, hub.now())
    if course.way != "home" or course.state != "ordered":
        return False
    reservation.address, reservation.due_at = address, settle(course).due_at
    session.flush()
    return True


def advance_reservation(hub: Hub, session: Session, reservation: Reservation, state: str, clerk: str) -> bool:
    """Bring the reservation into its next state; False: it was there before. Raises as `advance` does.

    That it lies ready is a happening, as if a till had told it: rules tell her, and screens greet her by it. Where it
    was sent to is forgotten once it was.
    """
    before = read_course(reservation, hub.now())
    course = advance(before, state)
    if course == before:
        return False
    reservation.state, reservation.changed_at, reservation.clerk = course.state, hub.now(), clerk
    if course.state == "sent":
        reservation.address = None
        _tell(hub, session, reservation, course.state)
    elif course.way == "store":
        _note_happening(hub, session, reservation)
    session.flush()
    return True


def _note_happening(hub: Hub, session: Session, reservation: Reservation) -> None:
    now, name = hub.now(), f"order:{reservation.id}"
    happening = find_happening(session, reservation.store_id, name)
    if happening is None:
        happening = Happening(
            store_id=reservation.store_id,
            id=name,
            kind="order_ready",
            happened_at=now,
            bookmark_id=reservation.bookmark_id,
        )
        session.add(happening)
    happening.over_at = now if reservation.state == "collected" else None
    session.flush()
    bookmark = session.get_one(Bookmark, reservation.bookmark_id)
    note_change(session, session.get_one(Member, bookmark.member_key))


def _tell(hub: Hub, session: Session, reservation: Reservation, what: str) -> None:
    bookmark = session.get_one(Bookmark, reservation.bookmark_id)
    words = choose_words(bookmark.language)
    title = choose_phrase(session.get_one(Offer, bookmark.offer_id).title, words.language)
    zone = get_store(session, reservation.store_id).time_zone
    text = (
        choose_counter_words(words.language)
        .messages[what]
        .format(
            what=f"{title}, {reservation.variant}" if reservation.variant else title,
            until=format_moment(reservation.due_at, hub.now(), zone, words) if reservation.due_at else "",
            number=reservation.number,
        )
    )
    tell_member(hub, session, make_page(bookmark), Said(text, "console", f"order:{reservation.id}:{what}"))
