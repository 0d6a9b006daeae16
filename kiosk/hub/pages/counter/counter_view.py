"""The page of what a member shows at the counter, as it is printed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.handshake.agreement import SHARES
from kiosk.hub.domain.handshake.meeting import make_handshake_code, read_agreement
from kiosk.hub.domain.handshake.reserving import read_course
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_token_of
from kiosk.hub.models.handshake.handshake import Handshake, find_open
from kiosk.hub.models.handshake.handshake_step import find_last_step_of
from kiosk.hub.models.handshake.reservation import LONGEST_ADDRESS, Reservation, list_reservations_of
from kiosk.hub.models.handshake.size import LONGEST, find_sizes
from kiosk.hub.pages.counter.counter_record import view_record
from kiosk.hub.pages.visitor.own_phone import OwnPhone
from kiosk.hub.text.moment import format_moment
from kiosk.hub.web.links import link_tablet
from kiosk.hub.web.qr_path import QrPath, draw_qr

_MOST = 20
_RENEWS_S = 4


class CodeView(Struct, frozen=True):
    """The code as it is read aloud, and as it is scanned."""

    text: str
    drawn: QrPath


class ReservationView(Struct, frozen=True):
    """A reservation as it is listed; `asks_address`: she has yet to say where it shall be sent."""

    id: str
    what: str
    number: str
    state: str
    href: str
    asks_address: bool


def view_counter(phone: OwnPhone, session: Session) -> dict[str, object]:
    """What the page prints.

    `over_s` is when what it shows is over, and `renews_s` when it looks again by itself where no script does; 0: never.
    """
    kin, now = phone.list_kin(session), phone.hub.now()
    handshake = _find_current(phone, session, kin)
    agreement = read_agreement(phone.hub, handshake) if handshake else None
    return {
        "handshake": handshake,
        "state": agreement.state if agreement else "none",
        "shares": [(one, phone.phrases.shares[one]) for one in SHARES],
        "seen": [phone.phrases.shares[one] for one in (agreement.shares if agreement else ())],
        "minutes": int(phone.hub.settings.handshake.total_seconds()) // 60,
        "until": _print_time(phone, agreement.due_at) if agreement else "",
        "code": _view_code(phone, handshake) if handshake and handshake.clerk_id is None else None,
        "looks": view_record(phone, session, [handshake]) if handshake and handshake.state == "confirmed" else [],
        "reservations": [_view_reservation(phone, session, one) for one in list_reservations_of(session, kin)[:_MOST]],
        "longest_address": LONGEST_ADDRESS,
        "sizes": find_sizes(session, kin),
        "longest_sizes": LONGEST,
        "last": find_last_step_of(session, kin),
        "over_s": (over_s := int((agreement.due_at - now).total_seconds()) + 1 if agreement else 0),
        # Who is choosing what to share must not have it chosen anew under her hands, before the question is over.
        "renews_s": over_s if agreement and agreement.state == "asked" else min(over_s, _RENEWS_S),
    }


def _find_current(phone: OwnPhone, session: Session, kin: list[str]) -> Handshake | None:
    """A code that another browser of hers shows is none here: this one cannot know it."""
    found = find_open(session, kin, phone.hub.now())
    is_elsewhere = found is not None and found.clerk_id is None and digest(_make_code(phone, found)) != found.code_hash
    return None if is_elsewhere else found


def _make_code(phone: OwnPhone, handshake: Handshake) -> str:
    return make_handshake_code(phone.page.browser.secret, handshake)


def _view_code(phone: OwnPhone, handshake: Handshake) -> CodeView:
    code = _make_code(phone, handshake)
    return CodeView(format_code(code), draw_qr(link_tablet(phone.hub.settings.public_url, code)))


def _view_reservation(phone: OwnPhone, session: Session, reservation: Reservation) -> ReservationView:
    bookmark, course = session.get_one(Bookmark, reservation.bookmark_id), read_course(reservation, phone.hub.now())
    title = choose_phrase(session.get_one(Offer, bookmark.offer_id).title, phone.words.language)
    until = _print_moment(phone, reservation.due_at) if reservation.due_at else ""
    return ReservationView(
        id=reservation.id,
        what=f"{title}, {reservation.variant}" if reservation.variant else title,
        number=reservation.number,
        state=phone.phrases.states[course.state].format(until=until),
        href=f"/c/{get_token_of(session, bookmark.id)}?lang={phone.words.language}",
        asks_address=course.way == "home" and course.state == "ordered" and reservation.address is None,
    )


def _print_time(phone: OwnPhone, moment: datetime) -> str:
    return moment.astimezone(ZoneInfo(phone.store.time_zone)).strftime("%H:%M")


def _print_moment(phone: OwnPhone, moment: datetime) -> str:
    return format_moment(moment, phone.hub.now(), phone.store.time_zone, phone.words)
