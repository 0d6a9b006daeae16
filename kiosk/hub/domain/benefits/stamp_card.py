"""The stamp card: a stamp for each department that a member comes by, and something for a full card."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.programme import Stamps, read_programme
from kiosk.hub.domain.benefits.unit import STAMPS, count_steps
from kiosk.hub.models.bookmark import Bookmark
from kiosk.hub.models.consent import is_given
from kiosk.hub.models.member import Member, find_person
from kiosk.hub.models.screen import find_screen
from kiosk.hub.models.stamp_card import StampCard, find_card, stamp
from kiosk.hub.models.store import get_store


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


def stamp_tap(session: Session, bookmark: Bookmark) -> None:
    """Stamp the card of a member who taps at a screen, if she lets it be known which departments she comes by."""
    if bookmark.screen_id is None or not is_given(session, bookmark.member_key, PERSONAL_OFFERS):
        return
    department = find_department(session, bookmark.store_id, bookmark.screen_id, bookmark.zone)
    if department:
        zone = ZoneInfo(get_store(session, bookmark.store_id).time_zone)
        day = min(bookmark.tapped_at, bookmark.kept_at).astimezone(zone).date()
        stamp_visit(session, session.get_one(Member, bookmark.member_key), department, day, bookmark.kept_at)


def forget_stamps(session: Session, member: Member, now: datetime) -> None:
    """Take back the stamps of a card that is not full, and forget which departments gave them."""
    card = find_card(session, member.key)
    if card is not None:
        _take_stamps(session, member, card, now)
        card.days = {}


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


def _take_stamps(session: Session, member: Member, card: StampCard, now: datetime) -> None:
    """Begin the next card: what is on this one goes back."""
    if card.zones:
        cause = Cause(f"stamps:{member.key}:{card.number}", "stamp_card", "the card was turned in")
        post(session, member.store_id, make_gift(cause, STAMPS, member.key, -len(card.zones)), now)
    card.number, card.zones = card.number + 1, []
