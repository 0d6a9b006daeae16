"""Brings what is in the outbox to the loyalty API, by the contract's rules, for as long as it takes."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event as Flag
from typing import assert_never

from kiosk.bookmarks.hands import Hands
from kiosk.bookmarks.herald import Herald
from kiosk.bookmarks.outbox import Outbox, Waiting
from kiosk.bookmarks.queue import TOKEN_PAUSE_S, Queue
from kiosk.contract.answer import Again, Answer, Delivered, Receipt, Refused
from kiosk.contract.bookmark import Bookmark
from kiosk.core.events import BookmarkAnswered, Event
from kiosk.core.fault import FaultSink
from kiosk.errors import KioskError
from kiosk.poller import Poller
from kiosk.worker import Worker

LOOK_S = 10.0
"""Another process may add to the outbox (`kiosk outbox retry`): look again at least so often, in seconds."""
HANDS = 8
"""So many exchanges are under way at once while much waits and the server is well."""
BATCH = 50
LONGEST_BATCH_S = 1.0
"""Of what was delivered in a row so much is forgotten at once: each time waits for the disk, a tap's bookmark alone."""
PATIENCE_S = 150.0
"""So long one step may take: who waits for an answer gives up after a minute."""


class Courier:
    """A supervised thread that delivers bookmarks, and events while no bookmark is due.

    `deliver` speaks to the API and never raises; `settled` is told when a bookmark left the line, delivered or dead;
    `clock` is monotonic seconds. Faults: `api`, by the answer's code.
    """

    def __init__(  # noqa: PLR0913  # the ports of one thread, each named where the application wires them
        self,
        *,
        outbox: Outbox,
        queue: Queue,
        herald: Herald,
        deliver: Callable[[Bookmark], Answer],
        post: Callable[[Event], None],
        settled: Callable[[], None],
        faults: FaultSink,
        clock: Callable[[], float],
    ) -> None:
        self._outbox = outbox
        self._queue = queue
        self._herald = herald
        self._hands = Hands(deliver, HANDS)
        self._width = 1
        self._post = post
        self._settled = settled
        self._faults = faults
        self._clock = clock
        self._relieved = Flag()
        self._delivered: list[tuple[Waiting, Delivered]] = []
        self._forgot_at = 0.0
        self._turns = 0
        self._poller = Poller("courier", self.step, LOOK_S, patience_s=PATIENCE_S)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin; all that waits is due at once."""
        self._poller.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Finish what is under way, waiting at most so long; the rest stays on disk."""
        self._poller.stop(timeout_s)
        with suppress(KioskError):  # it is delivered once more, which the API knows
            self._forget_delivered()

    def nudge(self) -> None:
        """Something new is in the outbox."""
        self._poller.wake()

    def relieve(self) -> None:
        """The API is back, as others found: do not wait any longer for what only the outage held up."""
        self._relieved.set()
        self._poller.wake()

    def step(self) -> float:
        """Deliver what may be under way at once, if any is due; the seconds until the next may be, at most `LOOK_S`."""
        now = self._clock()
        self._take_relief(now)
        if taken := self._take_round(now):
            self._deliver_round(taken)
            return 0.0
        receipt = self._herald.tell(now) if self._queue.is_open(now) else None
        if receipt:
            self._heed(receipt, now)
            return 0.0
        # Last, for where the disk would not forget, whoever calls for advice is heard all the same.
        self._forget_delivered()
        due = self._queue.next_due()
        return LOOK_S if due is None else min(LOOK_S, max(0.0, due - now))

    def _take_relief(self, now: float) -> None:
        """Here, for line and herald belong to this thread alone."""
        if self._relieved.is_set():
            self._relieved.clear()
            self._queue.relieve(now)
            self._herald.relieve(now)

    def _take_round(self, now: float) -> list[Waiting]:
        taken = (self._queue.take(now) for _ in range(self._width))
        return [waiting for waiting in taken if waiting]

    def _deliver_round(self, taken: list[Waiting]) -> None:
        self._turns += 1
        turn = self._turns
        answers = self._hands.do([waiting.bookmark for waiting in taken])
        if turn != self._turns:
            return  # it took so long that another thread is in charge, which asks, too, and says what comes of it
        now = self._clock()
        for waiting, answer in zip(taken, answers, strict=True):
            self._note_answer(waiting, answer, now)
        self._width = min(2 * self._width, HANDS) if all(map(_is_of_one_alone, answers)) else 1
        if self._is_time_to_forget(now):
            self._forget_delivered()
            self._forgot_at = now

    def _note_answer(self, waiting: Waiting, answer: Answer, now: float) -> None:
        match answer:
            case Delivered():
                self._queue.settle(waiting)
                self._delivered.append((waiting, answer))
            case Again():
                self._queue.postpone(waiting, answer, now)
            case Refused() if answer.is_about_token and not self._queue.is_open(now):
                return  # another of this round has died of it already; this one is taken once more
            case Refused():
                self._outbox.bury(waiting.sequence, answer.code)
                self._queue.settle(waiting)
                self._settled()
            case _:
                assert_never(answer)
        self._heed(answer, now)

    def _is_time_to_forget(self, now: float) -> bool:
        is_late = len(self._delivered) >= BATCH or now - self._forgot_at >= LONGEST_BATCH_S
        return is_late or not self._queue.has_more(now)

    def _forget_delivered(self) -> None:
        """First the disk, then whoever waits for the answer: what is said of it outlives a power cut."""
        if not self._delivered:
            return
        self._outbox.forget(*(waiting for waiting, _ in self._delivered))
        answered, self._delivered = self._delivered, []
        self._settled()
        for _, answer in answered:
            self._post(BookmarkAnswered(answer.answer))

    def _heed(self, answer: Answer | Receipt, now: float) -> None:
        """Draw from one answer what it says of the server as a whole."""
        if isinstance(answer, Again):
            self._faults.set_fault("api", answer.code)
            self._queue.slow_down(answer, now)
        elif isinstance(answer, Refused) and answer.is_about_token:
            self._faults.set_fault("api", "token_refused")
            self._queue.pause(now + TOKEN_PAUSE_S)
        else:
            self._queue.rejoice(now)
            # One thing that passes says nothing of another that failed and still waits.
            if self._queue.next_due() is None and not self._herald.is_held_up:
                self._faults.set_fault("api", None)


def _is_of_one_alone(answer: Answer) -> bool:
    """Whether nothing in it speaks against asking for more at once: the server is as well as before."""
    return isinstance(answer, Delivered) or (isinstance(answer, Refused) and not answer.is_about_token)
