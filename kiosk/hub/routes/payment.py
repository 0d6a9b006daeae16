"""`/v1/payments`: a till has a member pay with what she earned; held, then redeemed or let go, each once."""

from decimal import Decimal
from typing import Annotated

import msgspec
from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import HubDep
from kiosk.hub.domain.benefits.purse import count_purse
from kiosk.hub.domain.benefits.tender import Wish, hold_tender, redeem_tender, release_tender
from kiosk.hub.domain.benefits.unit import Unit, state_amount
from kiosk.hub.domain.credentials.credential import prove
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.benefits.tender import Tender, find_tender
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.till_answers import PaymentAnswer
from kiosk.hub.web.wire import CredentialIn, Id, MoneyIn

router = APIRouter()
_UNKNOWN = describe(ProblemAnswer, "payment_unknown")


class PaymentIn(BaseModel):
    """What is to be paid, by the till's own id, and the card that she shows: a code on a page proves too little.

    `at_most` is how much of the unit she wants to give; without it, as much as pays for all of it.
    """

    id: Id
    credential: CredentialIn
    unit: Unit
    due: MoneyIn
    at_most: Annotated[Decimal, Field(gt=0, le=10_000_000, decimal_places=2)] | None = None


class PaymentRef(BaseModel):
    """A payment that this till held before."""

    id: Id


@router.post(
    "/v1/payments",
    responses={
        201: describe(PaymentAnswer, "Held"),
        200: describe(PaymentAnswer, "Was held before: what became of it"),
        404: describe(ProblemAnswer, "member_unknown"),
        422: describe(ProblemAnswer, "payment_reused, payment_empty, tender_unknown, sun_invalid or sun_replayed"),
    },
)
def post_payment(hub: HubDep, till: TillDep, body: PaymentIn) -> Answer:
    """Hold what pays for a purchase, or for a part of it, for a while; nobody else spends it until then."""
    fingerprint = digest(body.model_dump_json())
    wish = Wish(body.id, fingerprint, body.unit, body.due.read(), body.at_most)
    with hub.database.write() as session:
        known = find_tender(session, till.store_id, till.id, body.id)
        # A card's message is good for one time, so a repeat is not asked to prove it again.
        member = session.get_one(Member, known.member_key) if known else _find_member(session, till, body.credential)
        tender, is_new = hold_tender(session, till, member, wish, hub.now())
        answer = _state(session, tender)
    return Answer(answer, 201 if is_new else 200)


@router.post(
    "/v1/payments/redeemed",
    responses={
        201: describe(PaymentAnswer, "Spent"),
        200: describe(PaymentAnswer, "Was spent before"),
        404: _UNKNOWN,
        422: describe(ProblemAnswer, "payment_released or payment_expired: she has it back"),
    },
)
def post_redeemed(hub: HubDep, till: TillDep, body: PaymentRef) -> Answer:
    """Spend what was held: the purchase is paid."""
    with hub.database.write() as session:
        tender = _get_tender(session, till, body.id)
        is_new = redeem_tender(session, tender, hub.now())
        answer = _state(session, tender)
    return Answer(answer, 201 if is_new else 200)


@router.delete(
    "/v1/payments",
    responses={
        200: describe(PaymentAnswer, "She has it back"),
        404: _UNKNOWN,
        422: describe(ProblemAnswer, "payment_redeemed: it was spent"),
    },
)
def delete_payment(hub: HubDep, till: TillDep, id: Id) -> Answer:  # noqa: A002 # what it is called on the wire
    """Let it go, as often as one likes."""
    with hub.database.write() as session:
        tender = _get_tender(session, till, id)
        release_tender(session, tender, hub.now())
        answer = _state(session, tender)
    return Answer(answer)


def _find_member(session: Session, till: Till, credential: CredentialIn) -> Member:
    proof = prove(session, till.store_id, credential.kind, credential.value)
    member = find_member(session, till.store_id, credential.kind, proof)
    if member is None:
        raise Problem(404, "member_unknown", "Nobody of this store is known by that card.")
    return member


def _get_tender(session: Session, till: Till, payment_id: str) -> Tender:
    tender = find_tender(session, till.store_id, till.id, payment_id)
    if tender is None:
        raise Problem(404, "payment_unknown", "This till held no such payment.")
    return tender


def _state(session: Session, tender: Tender) -> PaymentAnswer:
    unit = msgspec.convert(tender.unit, Unit)
    person = find_person(session, session.get_one(Member, tender.member_key))
    return PaymentAnswer(
        id=tender.id,
        state=tender.state,
        unit=unit,
        amount=state_amount(tender.steps, unit),
        worth=Money(tender.worth, tender.currency),
        until=tender.due_at,
        remains=state_amount(count_purse(session, person, unit), unit),
    )
