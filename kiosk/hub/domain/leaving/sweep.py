"""How a visit ends though nobody says so: she left, or it became night; and what becomes of each that is over."""

import logging

from sqlalchemy.exc import OperationalError

from kiosk.hub.context import Hub
from kiosk.hub.domain.leaving.departure import settle_departure
from kiosk.hub.domain.visit.visit import EXIT_PATIENCE, PATIENCE, settle_visit
from kiosk.hub.models.visit.visit import Visit, list_due_visits, list_silent
from kiosk.poller import Poller

_AT_ONCE = 200
_PAUSE_S = 60.0
_log = logging.getLogger(__name__)


class Closer:
    """Ends visits and looks what becomes of them, each by itself: one that fails is logged once, and tried again."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._failing: set[str] = set()

    def run(self) -> float:
        """Close those of so many visits that are over; seconds until the next look."""
        found = self._list_over()
        self._failing.intersection_update(found)
        for visit_id in found:
            self._close(visit_id)
        return 0.0 if len(found) - len(self._failing) >= _AT_ONCE else _PAUSE_S

    def _list_over(self) -> list[str]:
        """Those that fail are found again, beside so many others."""
        now, most = self._hub.now(), _AT_ONCE + len(self._failing)
        with self._hub.database.read() as session:
            silent = list_silent(session, now - PATIENCE, now - EXIT_PATIENCE, most)
            found = [*silent, *list_due_visits(session, most)]
            return list(dict.fromkeys(visit.id for visit in found))

    def _close(self, visit_id: str) -> None:
        try:
            close_one(self._hub, visit_id)
        except OperationalError:  # the database itself, whichever the visit
            raise
        except Exception as error:  # noqa: BLE001 # whatever is the matter with one, the others are closed
            if visit_id not in self._failing:
                _log.error("a visit could not be closed, and is tried again: %s", type(error).__name__)
            self._failing.add(visit_id)
        else:
            self._failing.discard(visit_id)


def keep_closing_visits(hub: Hub) -> Poller:
    """Until this ends, note it within a minute, beside all that is asked of the hub."""
    return Poller("visits", Closer(hub).run, rest_s=_PAUSE_S)


def close_silent(hub: Hub) -> float:
    """Look once."""
    return Closer(hub).run()


def close_one(hub: Hub, visit_id: str) -> None:
    """End this visit, if it is over, and charge or ask who left, unless somebody did so meanwhile."""
    with hub.database.write() as session:
        visit = session.get(Visit, visit_id)
        if visit is None:  # its member was erased meanwhile
            return
        if visit.ended_at is None:
            settle_visit(session, visit, hub.now())
        if visit.is_due:
            settle_departure(hub, session, visit)
