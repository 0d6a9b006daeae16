"""Asks the loyalty system what was scanned: at once, or never, for whoever scans stands there and waits."""

from collections import deque
from collections.abc import Callable

from kiosk.contract.answer import Again, Finding, Told
from kiosk.contract.scan import Scan
from kiosk.core.events import ArticleTold
from kiosk.poller import Poller
from kiosk.worker import Worker

PATIENCE_S, RETRY_S = 3.0, 0.5
_MOST = 8


class Clerk:
    """Keeps scans in memory alone until they are answered; `ask` may be called from any thread.

    `find` asks for one; `tell_mono` is the monotonic clock, in seconds. `post` takes each answer.
    """

    def __init__(
        self, find: Callable[[Scan], Finding], tell_mono: Callable[[], float], post: Callable[[ArticleTold], None]
    ) -> None:
        self._find = find
        self._tell_mono = tell_mono
        self._post = post
        self._waiting: deque[tuple[float, Scan]] = deque(maxlen=_MOST)
        self._poller = Poller("scans", self.look, RETRY_S)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin."""
        self._poller.start()

    def stop(self) -> None:
        """End; what was not asked is forgotten."""
        self._poller.stop()

    def ask(self, scan: Scan) -> None:
        """Have it answered; returns at once."""
        self._waiting.append((self._tell_mono(), scan))
        self._poller.wake()

    def look(self) -> float | None:
        """Ask what waits, the first first; in how many seconds to try again, `None`: once there is something."""
        while self._waiting:
            since, scan = self._waiting.popleft()
            if self._tell_mono() - since >= PATIENCE_S:
                self._post(ArticleTold(scan.id, None))
                continue
            finding = self._find(scan)
            if isinstance(finding, Again):
                self._waiting.appendleft((since, scan))
                return RETRY_S
            self._post(ArticleTold(scan.id, finding.answer if isinstance(finding, Told) else None))
        return None
