"""Whose turn it is: the courier's memory of what failed, and how long it leaves that alone.

It lives in memory and in monotonic time alone. So no clock set back can hold a row for ever, and after a start all is
due at once.
"""

from collections import deque
from collections.abc import Callable

from msgspec import Struct

from kiosk.backoff import LONGEST_ASKED_S, Backoff
from kiosk.bookmarks.outbox import Outbox, Waiting
from kiosk.contract.answer import Again
from kiosk.contract.credential import Credential

READ_AHEAD = 100
"""Rows read from the disk at once: to look for each by itself would take longer than to send it.

A row that waits is changed by nobody else until it is settled, so none of them is out of date.
"""

PATIENCE = 10
"""So many different failures in a row, and the server as a whole counts as troubled."""

MOST_BEHIND = 10_000
"""So many rows wait in memory behind an earlier one of their members, at most: who taps more often holds up others."""

AT_ONCE = 0.0
"""A monotonic time that has come."""

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
    """The order of delivery: by sequence, save that what failed waits aside.

    It holds up nobody but its own member, whose taps are booked in their order: of hers only the earliest row is under
    way or waits aside. Who she is only her credential tells.
    """

    def __init__(self, outbox: Outbox, backoff: Backoff) -> None:
        self._outbox = outbox
        self._backoff = backoff
        self._holds: dict[Credential, Hold] = {}
        self._behind: dict[Credential, deque[Waiting]] = {}
        self._fresh: deque[Waiting] = deque()
        self._passed = 0
        self._failures = 0
        self._rests_until = 0.0
        self._closed_until = 0.0

    def take(self, now: float) -> Waiting | None:
        """The earliest row that is due; it comes again after a while, unless it is settled."""
        if not self.is_open(now):
            return None
        due = min((hold for hold in self._holds.values() if hold.until <= now), key=_tell_sequence, default=None)
        before = due or self._take_fresh(now)
        if before is None:
            return None
        tries = before.tries + 1
        self._hold(Hold(before.waiting, tries, now + self._backoff.draw(tries)))
        return before.waiting

    def has_more(self, now: float) -> bool:
        """Whether `take` would give another."""
        if not self.is_open(now):
            return False
        is_held_one_due = any(hold.until <= now for hold in self._holds.values())
        return is_held_one_due or self._find_fresh() is not None

    def next_due(self) -> float | None:
        """When a row that failed is due again, in monotonic seconds; `None`: none failed."""
        earliest = min((hold.until for hold in self._holds.values()), default=None)
        return None if earliest is None else max(earliest, self._opens_at)

    def is_open(self, now: float) -> bool:
        """Whether the server may be bothered at all."""
        return now >= self._opens_at

    def settle(self, waiting: Waiting) -> None:
        """It is delivered, or dead: nothing is to be done about it any more."""
        who = waiting.bookmark.credential
        hold = self._holds.get(who)
        if hold is None or hold.waiting != waiting:
            return
        del self._holds[who]
        if who in self._behind:
            behind = self._behind.pop(who)
            self._holds[who] = Hold(behind.popleft(), 0, AT_ONCE)
            if behind:
                self._behind[who] = behind

    def postpone(self, waiting: Waiting, again: Again, now: float) -> None:
        """It failed: leave it alone for as long as the server asked, at least."""
        tries = self._holds[waiting.bookmark.credential].tries
        until = now + self._backoff.draw(tries, again.after)
        self._hold(Hold(waiting, tries, until, again.everyone, again.after is not None))

    def rejoice(self, now: float) -> None:
        """The server answered as it should: whoever waited only for the server is due at once, in the old order."""
        self._release(now, lambda hold: hold.everyone)

    def relieve(self, now: float) -> None:
        """The server is back, as others found: all are due at once, save those whom it asked to wait."""
        self._rests_until = now
        self._release(now, lambda hold: not hold.asked)

    def slow_down(self, again: Again, now: float) -> None:
        """Leave the whole server alone for a while, if it looks as if it were in trouble."""
        if self.is_open(now):  # of several under way at once that fail together, one says it
            self._failures += 1
            strain = self._failures if again.everyone else self._failures - PATIENCE
            if strain > 0:
                self._rests_until = max(self._rests_until, now + self._backoff.draw(strain))
        if again.everyone and again.after:
            self.pause(now + min(again.after, LONGEST_ASKED_S))

    def pause(self, until: float) -> None:
        """Nothing is sent before this monotonic time, whatever others find."""
        self._closed_until = max(self._closed_until, until)

    def _hold(self, hold: Hold) -> None:
        self._holds[hold.waiting.bookmark.credential] = hold

    @property
    def _opens_at(self) -> float:
        return max(self._rests_until, self._closed_until)

    def _release(self, now: float, fits: Callable[[Hold], bool]) -> None:
        self._failures = 0
        for hold in self._holds.values():
            if fits(hold):
                self._hold(Hold(hold.waiting, hold.tries, now))

    def _take_fresh(self, now: float) -> Hold | None:
        while (fresh := self._find_fresh()) and sum(map(len, self._behind.values())) < MOST_BEHIND:
            self._fresh.popleft()
            self._passed = fresh.sequence
            who = fresh.bookmark.credential
            if who not in self._holds:
                return Hold(fresh, 0, now)
            self._behind.setdefault(who, deque()).append(fresh)
        return None

    def _find_fresh(self) -> Waiting | None:
        if not self._fresh:
            if self._outbox.find_last() < self._passed:
                self._passed = 0
            self._fresh.extend(self._outbox.list_next(self._passed, READ_AHEAD))
        return self._fresh[0] if self._fresh else None


def _tell_sequence(hold: Hold) -> int:
    return hold.waiting.sequence
