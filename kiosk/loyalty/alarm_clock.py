"""Rings for many who wait, on one thread: a thread for each would take longer than the rest of a short request."""

from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic


class AlarmClock:
    """Safe to use from any thread; its own lives only while somebody may have to be called."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._changed = Condition()
        self._alarms: dict[object, tuple[float, Callable[[], None]]] = {}
        self._sleeps_until: float | None = None
        """Monotonic seconds; `None`: nobody sleeps."""

    def set(self, seconds: float, ring: Callable[[], None]) -> object:
        """Call `ring`, which does not raise, once so many seconds have passed; what to cancel it by."""
        alarm, at = object(), monotonic() + seconds
        with self._changed:
            self._alarms[alarm] = at, ring
            if self._sleeps_until is None:
                self._sleeps_until = at
                Thread(target=self._run, name=self._name, daemon=True).start()
            elif at < self._sleeps_until:
                self._sleeps_until = at
                self._changed.notify()
        return alarm

    def cancel(self, alarm: object) -> None:
        """Leave it out; harmless once it has rung. Nobody is woken for that."""
        with self._changed:
            self._alarms.pop(alarm, None)

    def _run(self) -> None:
        goes_on = True
        while goes_on:
            due, goes_on = self._sleep()
            for ring in due:
                ring()

    def _sleep(self) -> tuple[list[Callable[[], None]], bool]:
        """Until somebody is due; who, and whether anybody is left."""
        with self._changed:
            while self._sleeps_until is not None and (rest := self._sleeps_until - monotonic()) > 0:
                self._changed.wait(rest)
            now = monotonic()
            due = {alarm: ring for alarm, (at, ring) in self._alarms.items() if at <= now}
            for alarm in due:
                del self._alarms[alarm]
            self._sleeps_until = min((at for at, _ in self._alarms.values()), default=None)
            return list(due.values()), self._sleeps_until is not None
