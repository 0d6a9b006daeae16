"""What a member may pay with beside money, and what that leaves to be paid in money."""

from collections.abc import Collection, Iterator

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.domain.benefits.programme import read_programme
from kiosk.hub.domain.benefits.purse import count_purse
from kiosk.hub.domain.benefits.tender_rule import Quote, quote
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.models.members.member import Member, find_person


class TenderChoice(Struct, frozen=True):
    """So much of what she has would pay, or does where it `is_chosen`."""

    unit: Unit
    quote: Quote
    is_chosen: bool


def list_choices(session: Session, member: Member, total: Money, chosen: Collection[str]) -> tuple[TenderChoice, ...]:
    """Each unit of which something would pay: those that she chose first, for they leave less to the others."""
    person = find_person(session, member)
    return tuple(_list_choices(session, person, total, chosen))


def _list_choices(session: Session, person: Member, total: Money, chosen: Collection[str]) -> Iterator[TenderChoice]:
    due = total.amount
    tenders = [one for one in read_programme(session, person.store_id).pay if one.of == total.currency]
    for tender in sorted(tenders, key=lambda one: one.unit not in chosen):
        quoted = quote(tender, count_purse(session, person, tender.unit), due, None)
        if quoted.worth.amount:
            yield TenderChoice(tender.unit, quoted, tender.unit in chosen)
            due -= quoted.worth.amount if tender.unit in chosen else 0
