"""Has screens ask for their shoppers as soon as there is news of one, and not only when they next ask anyway."""

from contextlib import AbstractContextManager, nullcontext

from kiosk.hub.context import Hub
from kiosk.hub.fleet.commands import ask_reload
from kiosk.hub.models.store.store import list_stores
from kiosk.poller import Poller

EVERY_S = 1.0
"""So often one looks for news, and so often at most a screen is told of it: what comes in between comes along."""


class News:
    """How far the screens of each store were told; whoever wrote the news, this hub or a command beside it."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._told: dict[str, int] = {}

    def tell(self) -> float:
        """Tell the screens of all stores where there is news since the last time; the seconds until the next look.

        The first look tells nobody: screens ask for everything when they start.
        """
        with self._hub.database.read() as session:
            revisions = {store.id: store.revision for store in list_stores(session)}
        for store_id, revision in revisions.items():
            if self._told.get(store_id, revision) != revision:
                ask_reload(self._hub, store_id)
        self._told = revisions
        return EVERY_S


def keep_telling(hub: Hub) -> AbstractContextManager[object]:
    """Look for news every so often, where there is a line to the screens."""
    return nullcontext() if hub.line is None else Poller("news", News(hub).tell, EVERY_S)
