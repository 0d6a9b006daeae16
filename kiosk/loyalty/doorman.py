"""Tells the loyalty system who comes in: within a minute, or never, for who came in an hour ago may have left."""

from collections import deque
from collections.abc import Callable

from kiosk.contract.answer import Again, Greeted, Reply
from kiosk.contract.check_in import CheckIn, CheckInAnswer
from kiosk.core.events import Event, OrdersCalled, VisitBegan
from kiosk.poller import Poller
from kiosk.worker import Worker

PATIENCE_S, RETRY_S = 60.0, 3.0
FRESH_S = 5.0
"""Who came near longer ago has gone by, and is not greeted any more."""
_MOST = 64


class Doorman:
    """Keeps check-ins in memory alone until they are taken; `send` may be called from any thread.

    `deliver` brings one to the loyalty system; `tell_mono` is the monotonic clock, in seconds. `post` takes what lies
    ready for her who tapped, and that somebody is to be greeted.
    """

    def __init__(
        self, deliver: Callable[[CheckIn], Reply], tell_mono: Callable[[], float], post: Callable[[Event], None]
    ) -> None:
        self._deliver = deliver
        self._tell_mono = tell_mono
        self._post = post
        self._waiting: deque[tuple[float, CheckIn]] = deque(maxlen=_MOST)
        self._poller = Poller("check-ins", self.look, RETRY_S)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin."""
        self._poller.start()

    def stop(self) -> None:
        """End; what is not delivered is forgotten."""
        self._poller.stop()

    def send(self, check_in: CheckIn) -> None:
        """Have it delivered; returns at once."""
        self._waiting.append((self._tell_mono(), check_in))
        self._poller.wake()

    def look(self) -> float | None:
        """Deliver what waits, the first first; in how many seconds to try again, `None`: once there is something."""
        while self._waiting:
            since, check_in = self._waiting.popleft()
            if self._tell_mono() - since >= PATIENCE_S:
                continue
            reply = self._deliver(check_in)
            if isinstance(reply, Again):
                self._waiting.appendleft((since, check_in))
                return RETRY_S
            if isinstance(reply, Greeted):
                self._pass_on(reply.answer, self._tell_mono() - since)
        return None

    def _pass_on(self, answer: CheckInAnswer, age_s: float) -> None:
        if answer.codes:
            self._post(OrdersCalled(answer.codes))
        elif answer.begins and age_s < FRESH_S:
            self._post(VisitBegan())
