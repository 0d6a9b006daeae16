"""What a provider tells of a payment that was let go: all was given back, so it is ended, or its money goes back.

It comes to that where a question was so long under way that nobody waited for it any more.
"""

from msgspec.structs import replace

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.asking import find_provider, give_back, read_charge
from kiosk.hub.domain.settlement.pace import find_next_look
from kiosk.hub.models.settlement.settlement import Settlement, Trouble
from kiosk.hub.payment.provider import Charge, Provider, ProviderRefused, ProviderSilent, Refund, RefundState


def look_again(hub: Hub, settlement_id: str) -> None:
    """Have a payment that was let go be asked about once more: something happened to it."""
    with hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        if row.state == "released":
            row.look_at = hub.now()


def undo_late(hub: Hub, settlement_id: str) -> None:
    """Ask how one stands that was let go, and leave no money of it here; nothing, where nobody is to ask.

    Raises `ProviderSilent` where nobody knows, or the provider refuses: it is asked again.
    """
    with hub.database.read() as session:
        row = session.get_one(Settlement, settlement_id)
        charge, name = read_charge(row), row.provider
        if row.state != "released" or row.look_at is None:
            return
    try:
        trouble = _undo(find_provider(hub, name), charge)
    except ProviderSilent:
        _note(hub, settlement_id, "late")
        raise
    except ProviderRefused as refused:
        _note(hub, settlement_id, "late")
        message = f"look at the payment {charge.id} at the provider, which refuses: {refused}"
        raise ProviderSilent(message) from refused
    _note(hub, settlement_id, trouble)


def _undo(provider: Provider, charge: Charge) -> Trouble:
    outcome = provider.look_up(charge)
    if outcome is not None and outcome.state == "open":
        outcome = provider.end(replace(charge, ref=outcome.ref))
    if outcome is None or outcome.state == "ended":
        return ""
    if outcome.state == "approved":
        return "returned" if _give_back(provider, replace(charge, ref=outcome.ref)) == "done" else "late"
    return "late"


def _give_back(provider: Provider, charge: Charge) -> RefundState:
    """Under the first name by which it has not failed at the provider; where all did, somebody has to look there."""
    for name in (f"late:{charge.id}", f"late:{charge.id}/2", f"late:{charge.id}/3"):
        back = Refund(name, charge, charge.amount)
        if provider.look_up_refund(back) != "failed":
            return give_back(provider, back)
    return "failed"


def _note(hub: Hub, settlement_id: str, trouble: Trouble) -> None:
    """As long as there is anything to be told, it is kept."""
    with hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        row.trouble = trouble
        row.look_at = find_next_look(row.made_at, hub.now()) if trouble == "late" else None
        if trouble:
            row.released_at = hub.now()
