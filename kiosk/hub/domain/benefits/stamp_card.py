"""The stamp card: a stamp for each department that a member comes by, and something for a full card."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.bookmark import StampCount
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.benefits.debt import settle_debts
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.programme import Stamps, read_programme
from kiosk.hub.domain.benefits.unit import STAMPS, count_steps
from kiosk.hub.models.benefits.stamp_card import StampCard, find_card, stamp
from kiosk.hub.models.conversation.bookmark import forget_stamp_counts
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.models.store.store import get_store


def find_department(session: Session, store_id: str, screen_id: str, zone: object = None) -> str | None:
    """The department that somebody at this screen is in: the screen's zone that was told, else its first."""
    screen = find_screen(session, store_id, screen_id)
    zones = screen.zones if screen else []
    return zone if isinstance(zone, str) and zone in zones else next(iter(zones), None)


def stamp_visit(session: Session, member: Member, department: str, day: date, now: datetime) -> bool:
    """Stamp her card for this department, once for each card and once a day; a full one is turned in at once.

    False: nothing was stamped.
    """
    stamps = read_programme(session, member.store_id).stamps
    if stamps is None:
        return False
    person = find_person(session, member)
    card = find_card(session, person.key) or _add_card(session, person)
    if not stamp(card, department, day):
        return False
    cause = Cause(f"stamp:{person.key}:{card.number}:{department}", "stamp", "came by a department")
    post(session, person.store_id, make_gift(cause, STAMPS, person.key, 1), now)
    if len(card.zones) >= stamps.departments:
        _turn_in(session, person, card, stamps, now)
    return True


class Stay(Struct, frozen=True):
    """A member was at a screen of the store then, in this zone if that was told."""

    store_id: str
    member_key: str
    screen_id: str
    zone: str | None
    at: datetime


def stamp_tap(session: Session, stay: Stay, now: datetime) -> StampCount | None:
    """Stamp the card of a member who taps at a screen, if she lets it be known which departments she comes by.

    How many stamps she has then; `None`: that is not told.
    """
    if not is_given(session, stay.member_key, PERSONAL_OFFERS):
        return None
    department = find_department(session, stay.store_id, stay.screen_id, stay.zone)
    if department is None:
        return None
    day = stay.at.astimezone(ZoneInfo(get_store(session, stay.store_id).time_zone)).date()
    member = session.get_one(Member, stay.member_key)
    is_stamped = stamp_visit(session, member, department, day, now)
    return _count_stamps(session, member, is_stamped=is_stamped)


def forget_stamps(session: Session, member: Member, now: datetime) -> None:
    """Take back the stamps of a card that is not full, and forget which departments gave them, and how many."""
    forget_stamp_counts(session, member.key)
    card = find_card(session, member.key)
    if card is not None:
        _take_stamps(session, member, card, now)
        card.days = {}


def _count_stamps(session: Session, member: Member, *, is_stamped: bool) -> StampCount | None:
    stamps = read_programme(session, member.store_id).stamps
    card = find_card(session, find_person(session, member).key)
    if stamps is None or card is None:
        return None
    # The one that fills a card turns it in: it is empty by now, and was full for this tap.
    have = stamps.departments if is_stamped and not card.zones else len(card.zones)
    return StampCount(min(have, stamps.departments), stamps.departments) if have else None


def _add_card(session: Session, member: Member) -> StampCard:
    card = StampCard(member_key=member.key)
    session.add(card)
    return card


def _turn_in(session: Session, member: Member, card: StampCard, stamps: Stamps, now: datetime) -> None:
    because = f"came by {len(card.zones)} departments"
    cause = Cause(f"stamp_card:{member.key}:{card.number}", "stamp_card", because)
    _take_stamps(session, member, card, now)
    card.turned_in += 1
    steps = count_steps(stamps.amount, stamps.unit)
    post(session, member.store_id, make_gift(cause, stamps.unit, member.key, steps), now)
    settle_debts(session, member, stamps.unit, cause.key, now)


def _take_stamps(session: Session, member: Member, card: StampCard, now: datetime) -> None:
    """Begin the next card: what is on this one goes back."""
    if card.zones:
        cause = Cause(f"stamps:{member.key}:{card.number}", "stamp_card", "the card was turned in")
        post(session, member.store_id, make_gift(cause, STAMPS, member.key, -len(card.zones)), now)
    card.number, card.zones = card.number + 1, []
