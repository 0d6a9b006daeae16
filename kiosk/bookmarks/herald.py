"""Tells the loyalty API what happened at the screen, batch by batch, whenever no bookmark has the right of way."""

from collections.abc import Callable

from kiosk.bookmarks.backoff import Backoff
from kiosk.bookmarks.event_log import EventLog
from kiosk.contract.answer import Accepted, Again, Receipt, Refused
from kiosk.contract.cloud_event import CloudEvent


class Herald:
    """Delivers the event log; the courier calls it from its own thread."""

    def __init__(self, event_log: EventLog, deliver: Callable[[list[CloudEvent]], Receipt], backoff: Backoff) -> None:
        self._event_log = event_log
        self._deliver = deliver
        self._backoff = backoff
        self._tries = 0
        self._due = 0.0
        self._was_asked = False

    @property
    def is_held_up(self) -> bool:
        """Whether a batch failed and waits for its next try."""
        return self._tries > 0

    def relieve(self, now: float) -> None:
        """The server is back, as others found: what failed is due at once, unless the server asked for a pause."""
        if not self._was_asked:
            self._due = min(self._due, now)

    def tell(self, now: float) -> Receipt | None:
        """Send the oldest batch, if it is due; what came of it, or `None` when nothing was sent.

        A batch that the server refuses is dropped, for it would block all later ones; one refused for its token stays.
        """
        up_to, batch = self._event_log.read_batch() if now >= self._due else (0, [])
        if not up_to:
            return None
        receipt = self._deliver(batch) if batch else Accepted()
        if isinstance(receipt, Again):
            self._tries += 1
            self._was_asked = receipt.after is not None
            self._due = now + self._backoff.draw(self._tries, receipt.after)
            return receipt
        self._tries = 0
        if not (isinstance(receipt, Refused) and receipt.is_about_token):
            self._event_log.forget(up_to)
        return receipt
