"""The one step by which money goes back: under the refund's own id, so once, however often it is asked for."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.asking import find_provider, give_back, read_refund
from kiosk.hub.domain.settlement.pace import find_next_look
from kiosk.hub.domain.settlement.sale import post_refund_paid
from kiosk.hub.models.settlement.refund import Refund, State
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.payment.provider import ProviderSilent, RefundState

_STATES: Mapping[RefundState, State] = MappingProxyType({"open": "asked", "done": "done", "failed": "refused"})


def advance_refund(hub: Hub, refund_id: str) -> None:
    """Have the provider give the money back, and note what came of it. Raises `ProviderSilent`: it is asked again."""
    with hub.database.read() as session:
        refund = session.get_one(Refund, refund_id)
        row = session.get_one(Settlement, refund.settlement_id)
        order, name, attempt = read_refund(row, refund), row.provider, refund.attempt
        if refund.state != "asked":
            return
    try:
        state = _STATES[give_back(find_provider(hub, name), order)]
    except ProviderSilent:
        _note(hub, refund_id, attempt, "asked")
        raise
    _note(hub, refund_id, attempt, state)


def _note(hub: Hub, refund_id: str, attempt: int, state: State) -> None:
    with hub.database.write() as session:
        refund = session.get_one(Refund, refund_id)
        if (refund.state, refund.attempt) == ("asked", attempt):
            refund.state = state
            refund.look_at = find_next_look(refund.made_at, hub.now()) if state == "asked" else None
            _post(hub, session, refund)


def _post(hub: Hub, session: Session, refund: Refund) -> None:
    """What a provider refused the store owes until it is asked for anew, or paid out (`refused_refund.py`)."""
    if refund.state == "done":
        post_refund_paid(session, session.get_one(Settlement, refund.settlement_id), refund, hub.now())
