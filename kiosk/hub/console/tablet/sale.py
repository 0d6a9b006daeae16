"""One sale that was paid on a phone: what was bought, and what is back of it."""

from fastapi import APIRouter
from msgspec import Struct
from starlette.responses import Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.tablet.clock import print_moment
from kiosk.hub.console.tablet.sales import SALES, print_amount, require_sale, view_sale
from kiosk.hub.domain.settlement.refunding import count_returned
from kiosk.hub.models.settlement.refund import Refund, list_refunds
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.pricing.priced import PricedLine

router = APIRouter(include_in_schema=False)


class SoldView(Struct, frozen=True):
    """A line that may come back: `left` pieces of it are not back yet."""

    id: str
    title: str
    amount: str
    count: int
    left: int


class RefundView(Struct, frozen=True):
    """What came back before, and how it stands; `is_back` says that its money is back, too.

    Where the provider `refused` it, somebody is to see to it.
    """

    id: str
    text: str
    state: str
    is_back: bool
    refused: bool


@router.get(f"{SALES}/{{number}}")
def show_sale(desk: DeskDep, number: str) -> Response:
    """Show what was bought, and what is back of it."""
    return show_page(desk, number)


def show_page(desk: Desk, number: str, complaint: str = "") -> Response:
    """Its page, with what is wrong where something was refused."""
    with desk.hub.database.read() as session:
        row = require_sale(desk, session, number)
        refunds = list_refunds(session, row.id)
        back = count_returned(refunds)
        values = {
            "sale": view_sale(desk, row),
            "lines": [_view_line(desk, row, one, back[one.line.id]) for one in row.bill.lines],
            "refunds": [_view_refund(desk, row, one) for one in refunds],
            "nonce": desk.hub.mint(),
            "complaint": complaint,
        }
    return desk.show("tablet_sale.html", values, 422 if complaint else 200)


def _view_line(desk: Desk, row: Settlement, one: PricedLine, returned: int) -> SoldView:
    return SoldView(
        id=one.line.id,
        title=choose_phrase(one.line.title, desk.words["page"]["language"]),
        amount=print_amount(desk, row, one.total),
        count=one.line.count,
        left=one.line.count - returned,
    )


def _view_refund(desk: Desk, row: Settlement, one: Refund) -> RefundView:
    words = desk.words["sales"]
    text = words["back"].format(
        amount=print_amount(desk, row, one.amount),
        moment=print_moment(desk, one.made_at),
        person=one.made_by or words["by_itself"],
    )
    is_back = one.state in {"done", "paid_out"}
    return RefundView(one.id, text, words[f"state_{one.state}"], is_back, refused=one.state == "refused")
