"""What is told of a time, once: from two tellings of the same week or month somebody could be reckoned out."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.base import Base
from kiosk.hub.models.store.store import Store, list_stores
from kiosk.poller import Poller

_EVERY_S, _REST_S = 3600.0, 300.0
_Told = TypeVar("_Told", bound=Base)


def tell_once(
    hub: Hub, make_due: Callable[[Session, Store], Iterable[_Told]], is_told: Callable[[Session, _Told], bool]
) -> None:
    """Tell all stores what is due and was not told."""
    # Gathered before the lock is taken: a tap must not wait for it.
    with hub.database.read() as session:
        due = [one for store in list_stores(session) for one in make_due(session, store)]
    if not due:
        return
    with hub.database.write() as session:
        # Another process may have told it meanwhile.
        session.add_all([one for one in due if not is_told(session, one)])


def keep_told(name: str, tell: Callable[[], None]) -> Poller:
    """Until this ends, look every hour whether something is due."""

    def tell_and_rest() -> float:
        tell()
        return _EVERY_S

    return Poller(name, tell_and_rest, _REST_S)
