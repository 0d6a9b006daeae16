"""Takes up what nobody heard the end of: after a crash, and where a shopper, a provider or a signer stays away."""

import logging
from collections.abc import Callable, Iterable

from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.advance import advance_settlement
from kiosk.hub.domain.settlement.advance_refund import advance_refund
from kiosk.hub.domain.settlement.late_money import undo_late
from kiosk.hub.domain.settlement.pace import find_next_look
from kiosk.hub.domain.settlement.sealing import seal_sale
from kiosk.hub.models.settlement.refund import list_due_refunds
from kiosk.hub.models.settlement.settlement import Settlement, list_due_settlements, list_unsealed
from kiosk.poller import Poller

_AT_ONCE = 20
_PAUSE_S = 2.0
_log = logging.getLogger(__name__)


def keep_settling(hub: Hub) -> Poller:
    """Until this ends, ask for each payment under way, ever more seldom, how it stands."""
    return Poller("settlements", lambda: sweep_settlements(hub), rest_s=_PAUSE_S)


def sweep_settlements(hub: Hub) -> float:
    """Ask for those that are due, and have sales signed that are not; seconds until the next look."""
    due = _take_due(hub)
    _try_each(due, lambda one: _advance(hub, one), "a payment is unclear, and asked for again")
    with hub.database.read() as session:
        refunds = list_due_refunds(session, hub.now(), _AT_ONCE)
    _try_each(refunds, lambda one: advance_refund(hub, one), "money is yet to go back, and asked for again")
    with hub.database.read() as session:
        unsealed = list_unsealed(session, _AT_ONCE) if hub.signer else []
    _try_each(unsealed, lambda one: seal_sale(hub, one), "a sale is yet to be signed")
    return 0.0 if len(due) == _AT_ONCE else _PAUSE_S


def _take_due(hub: Hub) -> list[str]:
    """Those that are due; each is put off first, so that one that goes wrong in any way keeps no other waiting."""
    with hub.database.read() as session:
        due = list_due_settlements(session, hub.now(), _AT_ONCE)
    if due:
        with hub.database.write() as session:
            for row in (session.get_one(Settlement, one) for one in due):
                if row.look_at is not None:
                    row.look_at = find_next_look(row.made_at, hub.now())
    return due


def _advance(hub: Hub, settlement_id: str) -> None:
    """What is open goes on; what was let go is made sure of."""
    advance_settlement(hub, settlement_id)
    undo_late(hub, settlement_id)


def _try_each(ids: Iterable[str], step: Callable[[str], object], complaint: str) -> None:
    """Of one that nobody answers for the others go on."""
    for one in ids:
        try:
            step(one)
        except KioskError as silent:
            _log.warning("%s: %s", complaint, silent)
