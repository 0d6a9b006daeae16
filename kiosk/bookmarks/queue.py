"""Whose turn it is: the courier's memory of what failed, and how long it leaves that alone.

It lives in memory and in monotonic time alone. So no clock set back can hold a row for ever, and after a start all is
due at once.
"""

from collections.abc import Callable

from msgspec import Struct

from kiosk.backoff import LONGEST_ASKED_S, Backoff
from kiosk.bookmarks.outbox import Outbox, Waiting
from kiosk.contract.answer import Again

PATIENCE = 10
"""So many different failures in a row, and the server as a whole counts as troubled."""

TOKEN_PAUSE_S = 60.0
"""A refused token refuses all: one dead letter a minute, until someone mends it, and not the whole outbox."""


class Hold(Struct, frozen=True):
    """A row that was tried `tries` times and is left alone until `until` (monotonic seconds).

    `everyone`: for the trouble of the whole server; `asked`: because the server asked for it.
    """

    waiting: Waiting
    tries: int
    until: float
    everyone: bool = False
    asked: bool = False


class Queue:
    """The order of delivery: by sequence, save that what failed waits aside and never blocks what is behind it."""

    def __init__(self, outbox: Outbox, backoff: Backoff) -> None:
        self._outbox = outbox
        self._backoff = backoff
        self._holds: dict[int, Hold] = {}
        self._passed = 0
        self._failures = 0
        self._rests_until = 0.0
        self._closed_until = 0.0

    def take(self, now: float) -> Waiting | None:
        """The earliest row that is due; it comes again after a while, unless it is settled."""
        if not self.is_open(now):
            return None
        due = min((sequence for sequence, hold in self._holds.items() if hold.until <= now), default=None)
        before = self._holds[due] if due is not None else self._take_fresh(now)
        if before is None:
            return None
        tries = before.tries + 1
        self._holds[before.waiting.sequence] = Hold(before.waiting, tries, now + self._backoff.draw(tries))
        return before.waiting

    def has_more(self, now: float) -> bool:
        """Whether `take` would give another."""
        if not self.is_open(now):
            return False
        is_held_one_due = any(hold.until <= now for hold in self._holds.values())
        return is_held_one_due or self._outbox.find_next(self._passed) is not None

    def next_due(self) -> float | None:
        """When a row that failed is due again, in monotonic seconds; `None`: none failed."""
        earliest = min((hold.until for hold in self._holds.values()), default=None)
        return None if earliest is None else max(earliest, self._opens_at)

    def is_open(self, now: float) -> bool:
        """Whether the server may be bothered at all."""
        return now >= self._opens_at

    def settle(self, waiting: Waiting) -> None:
        """It is delivered, or dead: nothing is to be done about it any more."""
        self._holds.pop(waiting.sequence, None)

    def postpone(self, waiting: Waiting, again: Again, now: float) -> None:
        """It failed: leave it alone for as long as the server asked, at least."""
        tries = self._holds[waiting.sequence].tries
        until = now + self._backoff.draw(tries, again.after)
        self._holds[waiting.sequence] = Hold(waiting, tries, until, again.everyone, again.after is not None)

    def rejoice(self, now: float) -> None:
        """The server answered as it should: whoever waited only for the server is due at once, in the old order."""
        self._release(now, lambda hold: hold.everyone)

    def relieve(self, now: float) -> None:
        """The server is back, as others found: all are due at once, save those whom it asked to wait."""
        self._rests_until = now
        self._release(now, lambda hold: not hold.asked)

    def slow_down(self, again: Again, now: float) -> None:
        """Leave the whole server alone for a while, if it looks as if it were in trouble."""
        self._failures += 1
        strain = self._failures if again.everyone else self._failures - PATIENCE
        if strain > 0:
            self._rests_until = max(self._rests_until, now + self._backoff.draw(strain))
        if again.everyone and again.after:
            self.pause(now + min(again.after, LONGEST_ASKED_S))

    def pause(self, until: float) -> None:
        """Nothing is sent before this monotonic time, whatever others find."""
        self._closed_until = max(self._closed_until, until)

    @property
    def _opens_at(self) -> float:
        return max(self._rests_until, self._closed_until)

    def _release(self, now: float, fits: Callable[[Hold], bool]) -> None:
        self._failures = 0
        for sequence, hold in self._holds.items():
            if fits(hold):
                self._holds[sequence] = Hold(hold.waiting, hold.tries, now)

    def _take_fresh(self, now: float) -> Hold | None:
        fresh = self._outbox.find_next(self._passed)
        if fresh is None:
            return None
        self._passed = fresh.sequence
        return Hold(fresh, 0, now)
