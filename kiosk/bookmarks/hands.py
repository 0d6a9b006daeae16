"""Several exchanges under way at once: over a long line each waits for its answer, and not for the others'."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

_Thing = TypeVar("_Thing")
_Outcome = TypeVar("_Outcome")


class Hands(Generic[_Thing, _Outcome]):
    """Does `work` to at most `most` things at once, each hand on a thread of its own that keeps its connection.

    The threads begin with the first work for them, and end with the program: whoever waits for an answer that never
    comes holds up no end, as those of a `ThreadPoolExecutor` would.
    """

    def __init__(self, work: Callable[[_Thing], _Outcome], most: int) -> None:
        self._work = work
        self._most = most
        self._orders: SimpleQueue[tuple[_Thing, Future[_Outcome]]] = SimpleQueue()
        self._threads: list[Thread] = []

    def do(self, things: Sequence[_Thing]) -> list[_Outcome]:
        """What came of each, in their order; raises what the work on the earliest raised.

        The first is done by the calling thread, so that one alone takes no longer than without hands.
        """
        first, *others = things
        promises = [self._hand_over(thing) for thing in others]
        return [self._work(first), *(promise.result() for promise in promises)]

    def _hand_over(self, thing: _Thing) -> Future[_Outcome]:
        promise: Future[_Outcome] = Future()
        self._orders.put((thing, promise))
        if len(self._threads) < self._most - 1:
            thread = Thread(target=self._serve, name=f"hand-{len(self._threads) + 1}", daemon=True)
            self._threads.append(thread)
            thread.start()
        return promise

    def _serve(self) -> None:
        while True:
            thing, promise = self._orders.get()
            try:
                promise.set_result(self._work(thing))
            except Exception as error:  # noqa: BLE001  # the thread's edge: who waits for it hears of it
                promise.set_exception(error)
