"""How a visit ends though nobody says so: she left, or it became night; and what becomes of each that is over."""

from kiosk.hub.context import Hub
from kiosk.hub.domain.leaving.departure import settle_departure
from kiosk.hub.domain.visit.visit import DOOR_PATIENCE, PATIENCE, settle_visit
from kiosk.hub.models.visit.visit import list_due_visits, list_silent
from kiosk.poller import Poller

_AT_ONCE = 200
_PAUSE_S = 60.0


def keep_closing_visits(hub: Hub) -> Poller:
    """Until this ends, note it within a minute, beside all that is asked of the hub."""
    return Poller("visits", lambda: close_silent(hub), rest_s=_PAUSE_S)


def close_silent(hub: Hub) -> float:
    """End those of so many visits that are over, and charge or ask who left; seconds until the next look."""
    before, left_before = hub.now() - PATIENCE, hub.now() - DOOR_PATIENCE
    with hub.database.read() as session:
        if not list_silent(session, before, left_before, 1) and not list_due_visits(session, 1):
            return _PAUSE_S
    with hub.database.write() as session:
        silent = list_silent(session, before, left_before, _AT_ONCE)
        for visit in silent:
            settle_visit(session, visit, hub.now())
        session.flush()
        due = list_due_visits(session, _AT_ONCE)
        for visit in due:
            settle_departure(hub, session, visit)
    return 0.0 if _AT_ONCE in (len(silent), len(due)) else _PAUSE_S
