"""What was paid on phones: found by its number, and brought back whole or by the line."""

from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.clock import print_moment
from kiosk.hub.console.tablet.pickups import lead_on
from kiosk.hub.domain.settlement.advance_refund import advance_refund
from kiosk.hub.domain.settlement.refunding import Wish, begin_refund, count_returned
from kiosk.hub.domain.settlement.refused_refund import pay_out, retry_refund
from kiosk.hub.manners import find_midnight
from kiosk.hub.models.settlement.refund import Refund, find_refund, list_refunds, list_refused_refunds
from kiosk.hub.models.settlement.settlement import Settlement, find_sale, list_sales, list_troubled
from kiosk.hub.payment.provider import ProviderSilent
from kiosk.hub.problem import Problem
from kiosk.hub.text.money import format_money

SALES = f"{TABLET}/sales"
_MOST_DIGITS, _TOO_MANY = 9, 10**9

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


@router.get(SALES)
def show_sales(desk: DeskDep, number: str = "") -> Response:
    """Show the day's sales, or lead to the one whose number was typed."""
    with desk.hub.database.read() as session:
        if _find(desk, session, number):
            return RedirectResponse(f"{SALES}/{int(number)}", 303)
        since = find_midnight(desk.hub.now(), ZoneInfo(desk.store.time_zone))
        sales = [_view_sale(desk, row) for row in list_sales(session, desk.store.id, since)]
        refused = [
            _view_sale(desk, session.get_one(Settlement, one.settlement_id))
            for one in list_refused_refunds(session, desk.store.id)
        ]
        troubled = [_view_trouble(desk, row) for row in list_troubled(session, desk.store.id)]
    values = {"sales": sales, "refused": refused, "troubled": troubled, "missed": number}
    return desk.show("tablet_sales.html", values, 404 if number else 200)


@router.get(f"{SALES}/{{number}}")
def show_sale(desk: DeskDep, number: str) -> Response:
    """Show what was bought, and what is back of it."""
    return _show(desk, number)


@router.post(f"{SALES}/{{number}}")
def post_refund(desk: DeskDep, number: str) -> Response:
    """Take back the pieces that were counted, or all that is left; pressed twice it counts once."""
    try:
        with desk.hub.database.erase() as session:  # an order that is cancelled by it forgets where it goes
            row = _get(desk, session, number)
            wish = _read_wish(desk, row)
            refund, _ = begin_refund(desk.hub, session, row, wish)
    except Problem as problem:
        if problem.code not in desk.words["sales"]:
            raise
        return _show(desk, number, desk.words["sales"][problem.code])
    with suppress(ProviderSilent):  # the worker goes on asking
        advance_refund(desk.hub, refund.id)
    with desk.hub.database.read() as session:
        state = session.get_one(Refund, refund.id).state
    return lead_on(desk, f"{SALES}/{row.number}", "refund_refused" if state == "refused" else "refund_done")


@router.post(f"{SALES}/{{number}}/refund")
def post_refused(desk: DeskDep, number: str) -> Response:
    """Have what the provider refused to give back asked for anew, or note that the store paid it out itself."""
    is_paid_out = get_text(desk.form, "do") == "pay_out"
    try:
        with desk.hub.database.write() as session:
            refund = _find_refund(desk, session, number)
            if is_paid_out:
                pay_out(desk.hub, session, refund)
        if not is_paid_out:
            retry_refund(desk.hub, refund.id)
    except Problem as problem:
        if problem.code not in desk.words["sales"]:
            raise
        return _show(desk, number, desk.words["sales"][problem.code])
    except ProviderSilent:
        return _show(desk, number, desk.words["sales"]["provider_silent"])
    return RedirectResponse(f"{SALES}/{int(number)}#refunds", 303)


def _find_refund(desk: Desk, session: Session, number: str) -> Refund:
    """The one that the form names, if it is of this sale."""
    row, refund = _get(desk, session, number), find_refund(session, get_text(desk.form, "refund"))
    if refund is None or refund.settlement_id != row.id:
        raise Problem(404, "not_found", "This sale has no such refund.")
    return refund


def _read_wish(desk: Desk, row: Settlement) -> Wish:
    restocks = bool(get_text(desk.form, "restock"))
    return Wish(f"console:{get_text(desk.form, 'nonce')}", _read_counts(desk, row), desk.person.name, restocks=restocks)


def _read_counts(desk: Desk, row: Settlement) -> Mapping[str, int] | None:
    if get_text(desk.form, "all"):
        return None
    typed = {one.line.id: get_text(desk.form, f"count-{one.line.id}") for one in row.bill.lines}
    counts = {line: _read_count(text) for line, text in typed.items()}
    return {line: count for line, count in counts.items() if count}


def _read_count(text: str) -> int:
    """What was counted, 0 where that is no number; of more digits than any sale has pieces it is too many."""
    if not (text.isascii() and text.isdecimal()):
        return 0
    return int(text) if _is_number(text) else _TOO_MANY


def _find(desk: Desk, session: Session, number: str) -> Settlement | None:
    return find_sale(session, desk.store.id, int(number)) if _is_number(number) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS


def _get(desk: Desk, session: Session, number: str) -> Settlement:
    row = _find(desk, session, number)
    if row is None:
        raise Problem(404, "not_found", "This store has no such sale.")
    return row


def _show(desk: Desk, number: str, complaint: str = "") -> Response:
    with desk.hub.database.read() as session:
        row = _get(desk, session, number)
        refunds = list_refunds(session, row.id)
        back = count_returned(refunds)
        values = {
            "sale": _view_sale(desk, row),
            "lines": [
                SoldView(
                    id=one.line.id,
                    title=choose_phrase(one.line.title, desk.words["page"]["language"]),
                    amount=_print(desk, row, one.total),
                    count=one.line.count,
                    left=one.line.count - back[one.line.id],
                )
                for one in row.bill.lines
            ],
            "refunds": [
                RefundView(
                    one.id,
                    desk.words["sales"]["back"].format(
                        amount=_print(desk, row, one.amount),
                        moment=print_moment(desk, one.made_at),
                        person=one.made_by or desk.words["sales"]["by_itself"],
                    ),
                    desk.words["sales"][f"state_{one.state}"],
                    is_back=one.state in {"done", "paid_out"},
                    refused=one.state == "refused",
                )
                for one in refunds
            ],
            "nonce": desk.hub.mint(),
            "complaint": complaint,
        }
    return desk.show("tablet_sale.html", values, 422 if complaint else 200)


def _view_sale(desk: Desk, row: Settlement) -> SaleView:
    how = "paid_leaving" if row.left_by else "paid"
    paid = desk.words["sales"][how].format(moment=print_moment(desk, row.paid_at or row.made_at))
    return SaleView(row.number or 0, _print(desk, row, row.bill.total), paid)


def _view_trouble(desk: Desk, row: Settlement) -> TroubleView:
    words = desk.words["sales"]
    begun = words["begun"].format(moment=print_moment(desk, row.made_at))
    return TroubleView(_print(desk, row, row.due), begun, words[f"trouble_{row.trouble}"])


def _print(desk: Desk, row: Settlement, amount: Decimal) -> str:
    return format_money(amount, row.bill.currency, desk.words["page"]["language"])
