"""Goods of a sale that a member brings back, all of them or by the line."""

from collections.abc import Mapping
from contextlib import suppress

from fastapi import APIRouter
from starlette.responses import Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.tablet.pickups import lead_on
from kiosk.hub.console.tablet.sale import show_page
from kiosk.hub.console.tablet.sales import SALES, is_number, require_sale
from kiosk.hub.domain.settlement.advance_refund import advance_refund
from kiosk.hub.domain.settlement.refunding import Wish, begin_refund
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.payment.provider import ProviderSilent
from kiosk.hub.problem import Problem

_TOO_MANY = 10**9

router = APIRouter(include_in_schema=False)


@router.post(f"{SALES}/{{number}}")
def post_refund(desk: DeskDep, number: str) -> Response:
    """Take back the pieces that were counted, or all that is left; pressed twice it counts once."""
    try:
        with desk.hub.database.erase() as session:  # an order that is cancelled by it forgets where it goes
            row = require_sale(desk, session, number)
            wish = _read_wish(desk, row)
            refund, _ = begin_refund(desk.hub, session, row, wish)
    except Problem as problem:
        if problem.code not in desk.words["sales"]:
            raise
        return show_page(desk, number, desk.words["sales"][problem.code])
    with suppress(ProviderSilent):  # the worker goes on asking
        advance_refund(desk.hub, refund.id)
    with desk.hub.database.read() as session:
        state = session.get_one(Refund, refund.id).state
    return lead_on(desk, f"{SALES}/{row.number}", "refund_refused" if state == "refused" else "refund_done")


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
    return int(text) if is_number(text) else _TOO_MANY
