"""What pages want to have drawn: their addresses name it by its hash, for it may be longer than an address can be."""

import hashlib
from collections import OrderedDict
from threading import Lock

from msgspec import Struct, json

MOST = 200
"""What is forgotten then, no page asks for any more: it is drawn as soon as a page shows it."""


class Order(Struct, frozen=True):
    """What the screens' own program is told: the words of its command, and what it reads."""

    words: tuple[str, ...]
    given: bytes


class OrderBook:
    """The latest orders by their names; safe to use from any thread."""

    def __init__(self) -> None:
        self._orders: OrderedDict[str, Order] = OrderedDict()
        self._lock = Lock()

    def take(self, order: Order) -> str:
        """Remember the order; the answer is its name, the same for the same order."""
        name = hashlib.sha256(json.encode(order)).hexdigest()
        with self._lock:
            self._orders[name] = order
            self._orders.move_to_end(name)
            while len(self._orders) > MOST:
                self._orders.popitem(last=False)
        return name

    def find(self, name: str) -> Order | None:
        """The order of this name, as long as it is remembered."""
        with self._lock:
            return self._orders.get(name)
