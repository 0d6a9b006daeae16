"""Takes up payments of which nobody heard the end: after a crash, and where a shopper or a provider stays away."""

import logging

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.advance import advance_settlement
from kiosk.hub.models.settlement.settlement import list_due_settlements
from kiosk.hub.payment.provider import ProviderSilent
from kiosk.poller import Poller

_AT_ONCE = 20
_PAUSE_S = 2.0
_log = logging.getLogger(__name__)


def keep_settling(hub: Hub) -> Poller:
    """Until this ends, ask for each payment under way, ever more seldom, how it stands."""
    return Poller("settlements", lambda: sweep_settlements(hub), rest_s=_PAUSE_S)


def sweep_settlements(hub: Hub) -> float:
    """Ask for those that are due; seconds until the next look. Of one that cannot be asked for the others go on."""
    with hub.database.read() as session:
        due = list_due_settlements(session, hub.now(), _AT_ONCE)
    for settlement_id in due:
        try:
            advance_settlement(hub, settlement_id)
        except ProviderSilent as silent:
            _log.warning("a payment is unclear, and asked for again: %s", silent)
    return 0.0 if len(due) == _AT_ONCE else _PAUSE_S
