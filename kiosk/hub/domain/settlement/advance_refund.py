"""The one step by which money goes back: under the refund's own id, so once, however often it is asked for."""

from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.asking import find_provider, read_charge
from kiosk.hub.domain.settlement.pace import find_next_look
from kiosk.hub.domain.settlement.sale import post_refund_paid
from kiosk.hub.models.settlement.refund import Refund, State
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.payment.provider import ProviderRefused, ProviderSilent
from kiosk.hub.payment.provider import Refund as Order


def advance_refund(hub: Hub, refund_id: str) -> None:
    """Have the provider give the money back, and note what came of it. Raises `ProviderSilent`: it is asked again."""
    with hub.database.read() as session:
        refund = session.get_one(Refund, refund_id)
        row = session.get_one(Settlement, refund.settlement_id)
        order, name = Order(refund.id, read_charge(row), Money(refund.money, row.bill.currency)), row.provider
        if refund.state != "asked":
            return
    try:
        state: State = "done" if find_provider(hub, name).give_back(order) else "asked"
    except ProviderRefused:
        state = "refused"
    except ProviderSilent:
        _note(hub, refund_id, "asked")
        raise
    _note(hub, refund_id, state)


def _note(hub: Hub, refund_id: str, state: State) -> None:
    with hub.database.write() as session:
        refund = session.get_one(Refund, refund_id)
        if refund.state == "asked":
            refund.state = state
            refund.look_at = find_next_look(refund.made_at, hub.now()) if state == "asked" else None
            _post(hub, session, refund)


def _post(hub: Hub, session: Session, refund: Refund) -> None:
    """What a provider refused the store owes until it paid it out itself."""
    if refund.state == "done":
        post_refund_paid(session, session.get_one(Settlement, refund.settlement_id), refund, hub.now())
