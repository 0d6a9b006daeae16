"""Money that the provider refused to give back, and somebody of the store sees to."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.tablet.sale import show_page
from kiosk.hub.console.tablet.sales import SALES, require_sale
from kiosk.hub.domain.settlement.refused_refund import pay_out, retry_refund
from kiosk.hub.models.settlement.refund import Refund, find_refund
from kiosk.hub.payment.provider import ProviderSilent
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)


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
        return show_page(desk, number, desk.words["sales"][problem.code])
    except ProviderSilent:
        return show_page(desk, number, desk.words["sales"]["provider_silent"])
    return RedirectResponse(f"{SALES}/{int(number)}#refunds", 303)


def _find_refund(desk: Desk, session: Session, number: str) -> Refund:
    """The one that the form names, if it is of this sale."""
    row, refund = require_sale(desk, session, number), find_refund(session, get_text(desk.form, "refund"))
    if refund is None or refund.settlement_id != row.id:
        raise Problem(404, "not_found", "This sale has no such refund.")
    return refund
