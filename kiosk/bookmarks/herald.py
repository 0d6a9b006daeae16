"""Tells the loyalty API what happened at the screen and how it is, whenever no bookmark has the right of way."""

from collections import deque
from collections.abc import Callable

from kiosk.backoff import Backoff
from kiosk.bookmarks.event_log import EventLog
from kiosk.contract.answer import Accepted, Again, Receipt, Refused
from kiosk.contract.cloud_event import CloudEvent

CALL_LASTS_S = 300.0
"""Who was not answered for so long is there no more: a call that is older would fetch somebody for nothing."""


class Herald:
    """Delivers the event log; the courier calls it from its own thread.

    `ask_state` gives the event that says how the screen is. It lies on no disk, for only the newest one counts.
    """

    def __init__(
        self,
        event_log: EventLog,
        deliver: Callable[[list[CloudEvent]], Receipt],
        backoff: Backoff,
        ask_state: Callable[[], CloudEvent],
    ) -> None:
        self._event_log = event_log
        self._deliver = deliver
        self._backoff = backoff
        self._ask_state = ask_state
        self._calls: deque[tuple[float, CloudEvent]] = deque()
        self._told_state: dict[str, object] = {}
        self._tries = 0
        self._due = 0.0
        self._was_asked = False

    @property
    def is_held_up(self) -> bool:
        """Whether a batch failed and waits for its next try."""
        return self._tries > 0

    def call(self, event: CloudEvent, now: float) -> None:
        """Tell this before all else, and only for so long as it helps; safe to call from any thread."""
        self._calls.append((now, event))

    def relieve(self, now: float) -> None:
        """The server is back, as others found: what failed is due at once, unless the server asked for a pause."""
        if not self._was_asked:
            self._due = min(self._due, now)

    def tell(self, now: float) -> Receipt | None:
        """Send the oldest batch, or, without any, how the screen is; what came of it, `None` when nothing was sent.

        What the server refuses is dropped, for it would block all later ones; one refused for its token stays.
        """
        if now < self._due:
            return None
        call = self._find_call(now)
        if call:
            return self._tell_call(call, now)
        up_to, batch = self._event_log.read_batch()
        return self._tell_batch(up_to, batch, now) if up_to else self._tell_state(now)

    def _tell_batch(self, up_to: int, batch: list[CloudEvent], now: float) -> Receipt:
        receipt = self._deliver(batch) if batch else Accepted()
        if self._is_settled(receipt, now):
            self._event_log.forget(up_to)
        return receipt

    def _find_call(self, now: float) -> CloudEvent | None:
        while self._calls and now - self._calls[0][0] > CALL_LASTS_S:
            self._calls.popleft()
        return self._calls[0][1] if self._calls else None

    def _tell_call(self, call: CloudEvent, now: float) -> Receipt:
        # Never in a batch, for the same reason as below.
        receipt = self._deliver([call])
        if self._is_settled(receipt, now):
            self._calls.popleft()
        return receipt

    def _tell_state(self, now: float) -> Receipt | None:
        # Never in a batch: a server that knows no such event may refuse all of it.
        state = self._ask_state()
        if state.data == self._told_state:
            return None
        receipt = self._deliver([state])
        if self._is_settled(receipt, now):
            self._told_state = state.data
        return receipt

    def _is_settled(self, receipt: Receipt, now: float) -> bool:
        """Whether what was sent need not be sent again."""
        if isinstance(receipt, Again):
            self._tries += 1
            self._was_asked = receipt.after is not None
            self._due = now + self._backoff.draw(self._tries, receipt.after)
            return False
        self._tries = 0
        return not (isinstance(receipt, Refused) and receipt.is_about_token)
