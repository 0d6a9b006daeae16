"""What was paid on phones: the day's list, and a sale by its number."""

from decimal import Decimal
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.clock import print_moment
from kiosk.hub.manners import find_midnight
from kiosk.hub.models.settlement.refund import list_refused_refunds
from kiosk.hub.models.settlement.settlement import Settlement, find_sale, list_sales, list_troubled
from kiosk.hub.problem import Problem
from kiosk.hub.text.money import format_money

SALES = f"{TABLET}/sales"
_MOST_DIGITS = 9

router = APIRouter(include_in_schema=False)


class SaleView(Struct, frozen=True):
    """A sale in the day's list."""

    number: int
    total: str
    paid: str


class TroubleView(Struct, frozen=True):
    """A payment that somebody should know of, and what is to be done."""

    total: str
    begun: str
    text: str


@router.get(SALES)
def show_sales(desk: DeskDep, number: str = "") -> Response:
    """Show the day's sales, or lead to the one whose number was typed."""
    with desk.hub.database.read() as session:
        if find_by_number(desk, session, number):
            return RedirectResponse(f"{SALES}/{int(number)}", 303)
        since = find_midnight(desk.hub.now(), ZoneInfo(desk.store.time_zone))
        sales = [view_sale(desk, row) for row in list_sales(session, desk.store.id, since)]
        refused = [
            view_sale(desk, session.get_one(Settlement, one.settlement_id))
            for one in list_refused_refunds(session, desk.store.id)
        ]
        troubled = [_view_trouble(desk, row) for row in list_troubled(session, desk.store.id)]
    values = {"sales": sales, "refused": refused, "troubled": troubled, "missed": number}
    return desk.show("tablet_sales.html", values, 404 if number else 200)


def find_by_number(desk: Desk, session: Session, number: str) -> Settlement | None:
    """The sale of the number that was typed; `None` where that is none."""
    return find_sale(session, desk.store.id, int(number)) if is_number(number) else None


def is_number(text: str) -> bool:
    """Whether this is a number that a sale could have."""
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS


def require_sale(desk: Desk, session: Session, number: str) -> Settlement:
    """The sale; raises a 404 `Problem` for what is not this store's."""
    row = find_by_number(desk, session, number)
    if row is None:
        raise Problem(404, "not_found", "This store has no such sale.")
    return row


def view_sale(desk: Desk, row: Settlement) -> SaleView:
    """What it came to, and when and how it was paid."""
    how = "paid_leaving" if row.left_by else "paid"
    paid = desk.words["sales"][how].format(moment=print_moment(desk, row.paid_at or row.made_at))
    return SaleView(row.number or 0, print_amount(desk, row, row.bill.total), paid)


def _view_trouble(desk: Desk, row: Settlement) -> TroubleView:
    words = desk.words["sales"]
    begun = words["begun"].format(moment=print_moment(desk, row.made_at))
    return TroubleView(print_amount(desk, row, row.due), begun, words[f"trouble_{row.trouble}"])


def print_amount(desk: Desk, row: Settlement, amount: Decimal) -> str:
    """The amount in the currency of this sale."""
    return format_money(amount, row.bill.currency, desk.words["page"]["language"])
