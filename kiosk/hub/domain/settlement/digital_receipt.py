"""The receipt of a sale, as every form of it is made from: a page, a PDF, or JSON for other programs."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.domain.basket.goods import find_code
from kiosk.hub.domain.settlement.own_till import OWN_TILL
from kiosk.hub.domain.settlement.sealing import make_sale
from kiosk.hub.fiscal.process_data import make_code
from kiosk.hub.fiscal.signer import Seal
from kiosk.hub.models.settlement.refund import list_refunds
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.models.store.store import get_store
from kiosk.pricing.priced import PricedLine, TaxShare

FORM = "vitrine-receipt/1"


class SavingSold(Struct, frozen=True):
    """What went off a line, and why."""

    title: Mapping[str, str]
    amount: Decimal


class LineSold(Struct, frozen=True):
    """A line as it was sold: `price` of a piece or a kilogram, `amount` for all of it with its savings and deposit."""

    code: str
    title: Mapping[str, str]
    quantity: int
    weight: Decimal | None
    price: Decimal
    savings: tuple[SavingSold, ...]
    deposit: Decimal
    amount: Decimal
    vat: Decimal
    way: str


class PaidBy(Struct, frozen=True):
    """What paid a part of it: `points`, a currency's credit, or a provider's name for money."""

    by: str
    amount: Decimal


class Returned(Struct, frozen=True):
    """What went back of it, and when."""

    at: datetime
    amount: Decimal


class DigitalReceipt(Struct, frozen=True):
    """All that a receipt says (KassenSichV section 6, UStG section 14); `code` is what an auditor scans.

    Without a `seal` the sale is yet to be signed, or nothing asks for that.
    """

    form: str
    id: str
    number: int
    store: str
    seller: tuple[str, ...]
    till: str
    begun_at: datetime
    sold_at: datetime
    currency: str
    lines: tuple[LineSold, ...]
    taxes: tuple[TaxShare, ...]
    total: Decimal
    saved: Decimal
    paid: tuple[PaidBy, ...]
    returned: tuple[Returned, ...]
    seal: Seal | None
    code: str


def make_receipt(session: Session, row: Settlement, seller: tuple[str, ...]) -> DigitalReceipt:
    """The receipt of a payment that is `paid`; `seller` are the lines that name who sells."""
    rates = {share.vat: share.rate for share in row.bill.taxes}
    paid = [PaidBy(one.unit, one.worth) for one in row.tendered]
    paid += [PaidBy(row.provider, row.due)] if row.due else []
    return DigitalReceipt(
        form=FORM,
        id=row.id,
        number=row.number or 0,
        store=get_store(session, row.store_id).name,
        seller=seller,
        till=OWN_TILL,
        begun_at=row.made_at,
        sold_at=row.paid_at or row.made_at,
        currency=row.bill.currency,
        lines=tuple(_make_line(one, rates[one.line.vat], row.ways.get(one.line.id, "")) for one in row.bill.lines),
        taxes=row.bill.taxes,
        total=row.bill.total,
        saved=row.bill.saved,
        paid=tuple(paid),
        returned=tuple(Returned(one.made_at, one.amount) for one in list_refunds(session, row.id)),
        seal=row.seal,
        code=make_code(OWN_TILL, make_sale(row), row.seal) if row.seal else "",
    )


def _make_line(priced: PricedLine, rate: Decimal, way: str) -> LineSold:
    line = priced.line
    return LineSold(
        code=find_code(line),
        title=line.title,
        quantity=line.count,
        weight=line.weight,
        price=line.price,
        savings=tuple(SavingSold(saving.title, saving.amount) for saving in priced.savings),
        deposit=priced.deposit,
        amount=priced.total,
        vat=rate,
        way=way,
    )
