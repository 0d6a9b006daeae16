"""Puts bookmarks on disk for a GUI thread that must never wait for one."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

from msgspec import Struct

from kiosk.bookmarks.event_log import EventLog
from kiosk.bookmarks.outbox import BookmarkNotSaved, Outbox
from kiosk.contract.cloud_event import CloudEvent
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import BookmarkFailed, BookmarkSaved, Event
from kiosk.core.fault import FaultSink
from kiosk.errors import KioskError
from kiosk.mailbox import Mailbox
from kiosk.worker import Worker


class _Withdrawal(Struct, frozen=True):
    shoppers: frozenset[str]


class _Review(Struct, frozen=True):
    pass


_Order: TypeAlias = SaveBookmark | CloudEvent | _Withdrawal | _Review


class Keeper:
    """A supervised thread that writes what it is ordered to, in that order. Fault: `outbox/not_saved`.

    `nudge` is called after each write, so that the courier sets out at once.
    """

    def __init__(
        self,
        outbox: Outbox,
        event_log: EventLog,
        post: Callable[[Event], None],
        faults: FaultSink,
        nudge: Callable[[], None],
    ) -> None:
        self._outbox = outbox
        self._event_log = event_log
        self._post = post
        self._faults = faults
        self._nudge = nudge
        self._failing = False
        self._orders: Mailbox[_Order] = Mailbox("keeper", self._write, begin=self._look)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._orders.worker,)

    def start(self) -> None:
        """Begin; orders given before are not forgotten."""
        self._orders.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Write all that was ordered, waiting at most so long, and end."""
        self._orders.stop(timeout_s)

    def keep(self, order: SaveBookmark) -> None:
        """Answered by one BookmarkSaved or BookmarkFailed; returns at once."""
        self._orders.put(order)

    def note(self, event: CloudEvent) -> None:
        """Have it told to the loyalty API, if the disk allows; returns at once."""
        self._orders.put(event)

    def erase(self, shoppers: frozenset[str]) -> None:
        """Have nothing on disk that names them, what was noted before included; returns at once."""
        self._orders.put(_Withdrawal(shoppers))

    def review(self) -> None:
        """Have dead letters sent once more, for somebody is gone; returns at once.

        A server that has erased her takes a tap of hers, and nothing of it stays here; others refuse as before.
        """
        self._orders.put(_Review())

    def _look(self) -> None:
        """Say at once, and not at the first tap, that nothing can be kept."""
        try:
            self._outbox.count()
        except KioskError:
            self._fail()

    def _write(self, order: _Order) -> None:
        if isinstance(order, SaveBookmark):
            self._save(order)
        elif isinstance(order, _Withdrawal):
            # What the disk does not let go now it lets go with the next, or at the end.
            with suppress(KioskError):
                self._event_log.erase(order.shoppers)
        elif isinstance(order, _Review):
            # As above: what cannot be done now is done when the next of them is gone.
            with suppress(KioskError):
                self._outbox.retry()
                self._outbox.forget_last_card()
        else:
            # Unlike a bookmark an event may be lost: nobody was told that it is kept.
            with suppress(KioskError):
                self._event_log.add(order)
        self._nudge()

    def _save(self, order: SaveBookmark) -> None:
        try:
            self._outbox.save(order.bookmark, order.card)
        except BookmarkNotSaved:
            self._fail()
            self._post(BookmarkFailed(order.bookmark.id))
            return
        self._post(BookmarkSaved(order.bookmark.id))
        if self._failing:
            self._failing = False
            self._faults.set_fault("outbox", None)

    def _fail(self) -> None:
        self._failing = True
        self._faults.set_fault("outbox", "not_saved")
