"""Has providers keep and let go means of payment for as long as the hub serves, whoever stayed away meanwhile."""

import logging

from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.domain.leaving.keeping import advance_mandate
from kiosk.hub.domain.settlement.pace import find_next_look
from kiosk.hub.models.settlement.mandate import Mandate, list_due_mandates
from kiosk.poller import Poller

_AT_ONCE = 20
_PAUSE_S = 5.0
_log = logging.getLogger(__name__)


def keep_mandates(hub: Hub) -> Poller:
    """Until this ends, ask for each that is under way, ever more seldom."""
    return Poller("mandates", lambda: sweep_mandates(hub), rest_s=_PAUSE_S)


def sweep_mandates(hub: Hub) -> float:
    """Ask for those that are due, each put off first; seconds until the next look."""
    due = _take_due(hub)
    for mandate_id in due:
        try:
            advance_mandate(hub, mandate_id)
        except KioskError as silent:
            _log.warning("a means of payment is unclear, and asked for again: %s", silent)
    return 0.0 if len(due) == _AT_ONCE else _PAUSE_S


def _take_due(hub: Hub) -> list[str]:
    with hub.database.read() as session:
        due = list_due_mandates(session, hub.now(), _AT_ONCE)
    if due:
        with hub.database.write() as session:
            for row in (session.get_one(Mandate, one) for one in due):
                row.look_at = find_next_look(row.made_at, hub.now())
    return due
