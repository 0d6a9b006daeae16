"""How a member pays with what she earned: laid by for her purchase, then spent, given back, or lapsed, each once."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.domain.benefits.debt import settle_debts
from kiosk.hub.domain.benefits.ledger import MEMBER, STORE, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.programme import read_programme
from kiosk.hub.domain.benefits.purse import count_purse, draw_purse
from kiosk.hub.domain.benefits.tender_rule import Quote, TenderRule, quote
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.models.benefits.tender import Tender, find_tender, list_due_of
from kiosk.hub.models.members.member import Member, find_person, list_kin
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem

State = Literal["held", "redeemed", "released", "expired"]
_LAID_BY = "laid_by"
"""The part of the books in which the store keeps what purchases hold that nobody ended yet."""


class Wish(Struct, frozen=True):
    """What a till asks for: to pay of `due` with `unit`, with no more than `at_most` of it.

    `fingerprint` tells it from another one under the same id. One that `is_patient` does not lapse: its end is told.
    """

    id: str
    fingerprint: str
    unit: Unit
    due: Money
    at_most: Decimal | None = None
    is_patient: bool = False


def hold_tender(session: Session, till: Till, member: Member, wish: Wish, now: datetime) -> tuple[Tender, bool]:
    """Lay by what pays for it, and whether that is new.

    Raises a 422 `Problem`: `payment_reused` for another one under this id, `tender_unknown` where the store takes no
    such unit for that currency, and `payment_empty` where there is nothing that could pay.
    """
    known = find_tender(session, till.store_id, till.id, wish.id)
    if known is not None:
        if known.fingerprint != wish.fingerprint:
            raise Problem(422, "payment_reused", "Another payment was held under this id.")
        lapse_tender(session, known, now)
        return known, False
    person = find_person(session, member)
    for due in list_due_of(session, list_kin(session, person.key), now):
        lapse_tender(session, due, now)
    rule = _find_rule(session, till.store_id, wish)
    quoted = quote(rule, count_purse(session, person, wish.unit), wish.due.amount, wish.at_most)
    if not quoted.worth.amount:
        raise Problem(422, "payment_empty", "She has nothing of it that could pay.")
    tender = _make_row(till, person, wish, quoted, now)
    tender.due_at = None if wish.is_patient else now + timedelta(minutes=rule.hold_minutes)
    session.add(tender)
    takings = draw_purse(session, person, wish.unit, quoted.steps)
    _post(session, tender, "payment", (*takings, Move(_LAID_BY, "", quoted.steps)), now)
    return tender, True


def redeem_tender(session: Session, tender: Tender, now: datetime) -> bool:
    """Spend it; False: it was before. Raises a 422 `Problem` where it was released, or has lapsed."""
    lapse_tender(session, tender, now)
    if tender.state == "redeemed":
        return False
    if tender.state != "held":
        raise Problem(422, f"payment_{tender.state}", "She has it back; hold it anew.")
    steps = tender.steps
    _end(session, tender, "redeemed", (Move(_LAID_BY, "", -steps), Move(STORE, "", steps)), now)
    return True


def release_tender(session: Session, tender: Tender, now: datetime) -> bool:
    """Give it back; False: she has it back already. Raises a 422 `Problem` where it was spent."""
    lapse_tender(session, tender, now)
    if tender.state == "redeemed":
        raise Problem(422, "payment_redeemed", "It was spent.")
    if tender.state != "held":
        return False
    _give_back(session, tender, "released", now)
    return True


def lapse_tender(session: Session, tender: Tender, now: datetime) -> None:
    """Give it back if its time is over."""
    if tender.due_at is not None and tender.due_at <= now:
        _give_back(session, tender, "expired", now)


def _find_rule(session: Session, store_id: str, wish: Wish) -> TenderRule:
    for rule in read_programme(session, store_id).pay:
        if (rule.unit, rule.of) == (wish.unit, wish.due.currency):
            return rule
    raise Problem(422, "tender_unknown", "The store takes nothing of that for this currency.")


def _make_row(till: Till, person: Member, wish: Wish, quoted: Quote, now: datetime) -> Tender:
    return Tender(
        store_id=till.store_id,
        till_id=till.id,
        id=wish.id,
        fingerprint=wish.fingerprint,
        member_key=person.key,
        unit=wish.unit,
        steps=quoted.steps,
        worth=quoted.worth.amount,
        currency=quoted.worth.currency,
        made_at=now,
        due_at=None,
    )


def _give_back(session: Session, tender: Tender, state: State, now: datetime) -> None:
    """To whom she turned out to be, who first pays what she may owe by now."""
    person = find_person(session, session.get_one(Member, tender.member_key))
    moves = (Move(_LAID_BY, "", -tender.steps), Move(MEMBER, person.key, tender.steps))
    key = _end(session, tender, state, moves, now)
    settle_debts(session, person, msgspec.convert(tender.unit, Unit), key, now)


def _end(session: Session, tender: Tender, state: State, moves: tuple[Move, ...], now: datetime) -> str:
    tender.state, tender.due_at = state, None
    return _post(session, tender, f"payment_{state}", moves, now)


def _post(session: Session, tender: Tender, reason: str, moves: tuple[Move, ...], now: datetime) -> str:
    key = f"{reason}:{tender.till_id}:{tender.id}"
    because = f"pays {tender.worth} {tender.currency}"
    post(session, tender.store_id, Posting(Cause(key, reason, because), msgspec.convert(tender.unit, Unit), moves), now)
    session.flush()
    return key
