"""What becomes of a refund that the provider refused: the staff have it asked for anew, or pay it out themselves.

Anew it is asked for under another name, and only once the provider says that nothing came of the last: so never twice.
"""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.advance_refund import advance_refund
from kiosk.hub.domain.settlement.asking import find_provider, look_up_refund, read_refund
from kiosk.hub.domain.settlement.sale import post_paid_out
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.problem import Problem


def retry_refund(hub: Hub, refund_id: str) -> None:
    """Ask for it once more; one that is not refused stays as it is.

    Raises `ProviderSilent` where the provider does not say what came of it so far: then nothing is asked for.
    """
    with hub.database.read() as session:
        refund = session.get_one(Refund, refund_id)
        row = session.get_one(Settlement, refund.settlement_id)
        order, name, attempt = read_refund(row, refund), row.provider, refund.attempt
        if refund.state != "refused":
            return
    known = look_up_refund(find_provider(hub, name), order)
    with hub.database.write() as session:
        refund = session.get_one(Refund, refund_id)
        if (refund.state, refund.attempt) != ("refused", attempt):
            return  # somebody else was faster
        if known in {None, "failed"}:
            refund.attempt, refund.name = refund.attempt + 1, hub.mint()
        refund.state, refund.look_at = "asked", hub.now()
    advance_refund(hub, refund_id)


def pay_out(hub: Hub, session: Session, refund: Refund) -> None:
    """Note that the store paid it out itself, once. Raises a 409 `Problem` for one that the provider did not refuse."""
    if refund.state == "paid_out":
        return
    if refund.state != "refused":
        raise Problem(409, "refund_elsewhere", "The provider gives this money back, or is yet to say so.")
    refund.state = "paid_out"
    post_paid_out(session, session.get_one(Settlement, refund.settlement_id), refund, hub.now())
