"""How a visit ends though nobody says so: she left, or it became night."""

from kiosk.hub.context import Hub
from kiosk.hub.domain.visit.unpaid import ask_about_unpaid
from kiosk.hub.domain.visit.visit import PATIENCE, settle_visit
from kiosk.hub.models.visit.visit import list_silent
from kiosk.poller import Poller

_AT_ONCE = 200
_PAUSE_S = 60.0


def keep_closing_visits(hub: Hub) -> Poller:
    """Until this ends, note it within a minute, beside all that is asked of the hub."""
    return Poller("visits", lambda: close_silent(hub), rest_s=_PAUSE_S)


def close_silent(hub: Hub) -> float:
    """End those of so many visits that are over, and ask about what is unpaid; seconds until the next look."""
    before = hub.now() - PATIENCE
    with hub.database.read() as session:
        if not list_silent(session, before, 1):
            return _PAUSE_S
    with hub.database.write() as session:
        silent = list_silent(session, before, _AT_ONCE)
        for visit in silent:
            if settle_visit(session, visit, hub.now()):
                ask_about_unpaid(hub, session, visit)
    return 0.0 if len(silent) == _AT_ONCE else _PAUSE_S
