"""Hears what things cost on the screen's shelf, and tells the core, on threads of its own."""

from collections.abc import Callable
from random import Random
from threading import Lock

from kiosk.contract.instant import Instant
from kiosk.contract.shelf_price import name_price_topic, name_told_topic, read_price_topic
from kiosk.core.events import PricesHeard
from kiosk.core.fault import FaultSink
from kiosk.mqtt.address import Address, name_client
from kiosk.mqtt.link import Handlers, Link
from kiosk.mqtt.network_thread import NetworkThread
from kiosk.poller import Poller
from kiosk.shelf.board import PriceBoard
from kiosk.worker import Worker

NO_PRICES = "no_prices"
"""The fault: nothing is known of any article that stands here."""
NOT_CERTAIN = "not_certain"
"""The fault: for long nobody has said that the prices hold."""
REST_S = 0.1
"""Between two words to the core: whatever comes at a connection comes together."""


class PriceFeed:
    """Subscribed to what `board` remembers; `post` takes its events.

    Faults: `shelf/no_prices`, `shelf/not_certain`.
    """

    def __init__(  # noqa: PLR0913, PLR0917 # whom it hears, and whom it tells
        self,
        address: Address,
        place: tuple[str, str],
        codes: tuple[str, ...] | None,
        board: PriceBoard,
        post: Callable[[PricesHeard], None],
        faults: FaultSink,
        read_instant: Callable[[], Instant],
    ) -> None:
        """`place` is the store's and the screen's id; of `codes` alone it hears, `None`: of all articles."""
        store, screen = place
        self._told_topic = name_told_topic(store)
        self._board = board
        self._lock = Lock()
        self._post = post
        self._faults = faults
        self._read_instant = read_instant
        self._is_news = False
        self._rests = False
        topics = [name_price_topic(store, code) for code in (("+",) if codes is None else codes)]
        handlers = Handlers(sure=(*topics, self._told_topic), on_up=self._begin_anew, on_message=self._hear)
        self._link = Link(address, name_client(store, screen, "shelf"), handlers, Random())  # noqa: S311 # chance spreads reconnects, it keeps no secret
        self._poller = Poller("shelf", self._look, REST_S, may_wake=lambda: not self._rests)

    @property
    def workers(self) -> tuple[Worker, NetworkThread]:
        """Its threads."""
        return (self._poller.worker, self._link.worker)

    def start(self) -> None:
        """Begin to dial; returns at once, whether or not there is a broker."""
        self._link.start()
        self._poller.start()

    def stop(self) -> None:
        """Hang up; what was shown stays on the glass for as long as it holds."""
        self._poller.stop()
        self._link.stop()

    def _begin_anew(self) -> None:
        with self._lock:
            self._board.begin_anew(self._read_instant().mono)

    def _hear(self, topic: str, payload: bytes) -> None:
        found, now = read_price_topic(topic), self._read_instant()
        with self._lock:
            if topic == self._told_topic:
                is_news = self._board.take_told(payload, now)
            else:
                is_news = found is not None and self._board.take_price(found[1], payload)
            self._is_news = self._is_news or is_news
        if is_news:
            self._poller.wake()

    def _look(self) -> float | None:
        with self._lock:
            prices, hold_until = self._board.list_prices(), self._board.hold_until
            is_news, self._is_news = self._is_news, False
        if is_news:
            self._post(PricesHeard(prices, hold_until))
        holds_s = hold_until - self._read_instant().mono
        self._faults.set_fault("shelf", None if prices and holds_s > 0 else NO_PRICES if not prices else NOT_CERTAIN)
        self._rests = is_news
        return REST_S if is_news else holds_s if holds_s > 0 else None
