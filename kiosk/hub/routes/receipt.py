"""`POST /v1/receipts`: the till says what was bought, as often as it likes, and it counts once."""

from decimal import Decimal
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.benefits.purchase import name_purchase, note_purchase
from kiosk.hub.domain.credentials.credential import prove
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.redemption import find_kept
from kiosk.hub.domain.profile.receipt import Bill, Buyer, keep_receipt
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.store.till import Till
from kiosk.hub.models.visit.visit import note_till
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.till_answers import ReceiptAnswer
from kiosk.hub.web.wire import CredentialIn, Hash, Id, Moment

router = APIRouter()

Amount = Annotated[Decimal, Field(ge=-10_000_000, le=10_000_000, decimal_places=4)]
"""Money as decimal text, negative where it was paid back."""
Text = Annotated[str, Field(max_length=200)]


class LineIn(BaseModel):
    """One line: what was bought, how often and for how much in all; `category` is the shelf that it lay on."""

    title: Text = ""
    category: Text = ""
    gtin: Annotated[str, Field(pattern=r"^\d{8,14}$")] | None = None
    quantity: Annotated[Decimal, Field(ge=-100_000, le=100_000, decimal_places=3)] = Decimal(1)
    amount: Amount


class PrintedIn(BaseModel):
    """The number that is printed on a card, as a hash: it says who earns, and no more."""

    kind: Literal["code"]
    value: Hash


class ReceiptIn(BaseModel):
    """A receipt by the till's own id; who bought is known by her card, or by something kept that was bought with it."""

    id: Id
    bought_at: Moment
    total: Amount
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    lines: Annotated[list[LineIn], Field(max_length=500)]
    credential: CredentialIn | PrintedIn | None = None
    bookmark: Id | None = None


@router.post(
    "/v1/receipts",
    responses={
        201: describe(ReceiptAnswer, "Kept"),
        200: describe(ReceiptAnswer, "Was kept before: the same answer again"),
        422: describe(ProblemAnswer, "receipt_reused, sun_invalid or sun_replayed"),
    },
)
def post_receipt(hub: HubDep, till: TillDep, body: ReceiptIn) -> Answer:
    """Keep a receipt; the token is a till's, as `kiosk hub till` gave it.

    It belongs to a member's profile where she is known and allows offers to be chosen by it, and else to nobody's.
    """
    with hub.database.write() as session:
        bill = _make_bill(body)
        receipt, is_new = keep_receipt(hub, session, till, bill, lambda: _pay_buyer(hub, session, till, body))
        answer = ReceiptAnswer(receipt.id, "known" if receipt.was_known else "nobody")
    return Answer(answer, 201 if is_new else 200)


def _make_bill(body: ReceiptIn) -> Bill:
    lines = [line.model_dump(mode="json", exclude_defaults=True) for line in body.lines]
    return Bill(body.id, digest(body.model_dump_json()), body.bought_at, body.total, body.currency, lines)


def _pay_buyer(hub: Hub, session: Session, till: Till, body: ReceiptIn) -> Buyer | None:
    """Who bought, and she gets what the programme gives for it, unless the till told of it as it redeemed something.

    Whatever she allows and paid, that a till saw her is noted of her visit, and no more.
    """
    buyer = _find_buyer(session, till, body)
    if buyer is None:
        return None
    note_till(session, list_kin(session, buyer))
    if body.total <= 0:
        return Buyer(buyer, None)
    kept = find_kept(session, body.bookmark) if body.bookmark else None
    key = name_purchase(kept.id) if kept else f"receipt:{till.id}:{body.id}"
    note_purchase(hub, session, buyer, key, Money(body.total, body.currency))
    return Buyer(buyer, key)


def _find_buyer(session: Session, till: Till, body: ReceiptIn) -> str | None:
    if body.credential:
        proof = prove(session, till.store_id, body.credential.kind, body.credential.value)
        member = find_member(session, till.store_id, body.credential.kind, proof)
        return member.key if member else None
    bookmark = find_kept(session, body.bookmark) if body.bookmark else None
    return bookmark.member_key if bookmark and bookmark.store_id == till.store_id else None
