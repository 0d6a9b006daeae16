"""What was heard of the prices on one shelf, and until when they hold."""

from collections.abc import Iterable

from kiosk.contract.instant import NEVER, Instant
from kiosk.contract.shelf_price import ShelfPrice, read_shelf_price, read_told

MOST = 60
"""Articles on one shelf: no glass has room for more, and no stranger who speaks on these topics fills the memory."""


class PriceBoard:
    """The articles of these codes, in their order, and after them those that stand on the shelf of this name.

    All monotonic times are seconds.
    """

    def __init__(self, codes: Iterable[str], shelf: str, trust_s: float) -> None:
        self._places = {code: place for place, code in enumerate(codes)}
        self._shelf = shelf
        self._trust_s = trust_s
        self._prices: dict[str, ShelfPrice] = {}
        self.hold_until = -NEVER

    def take_price(self, code: str, payload: bytes) -> bool:
        """Take in what is said of this article; whether that is news. Nothing, or what cannot be read, takes it off."""
        price = read_shelf_price(payload) if payload else None
        if price is None or price.code != code or not self._stands_here(price):
            return self._prices.pop(code, None) is not None
        if self._prices.get(code) == price or (code not in self._prices and len(self._prices) >= MOST):
            return False
        self._prices[code] = price
        return True

    def take_told(self, payload: bytes, now: Instant) -> bool:
        """Take in until when prices held; whether that is news. It counts only where both clocks agree."""
        told = read_told(payload)
        age_s = (now.wall - told.as_of).total_seconds() if told else NEVER
        hold_until = now.mono + self._trust_s - max(0.0, age_s)
        if abs(age_s) >= self._trust_s or hold_until <= self.hold_until:
            return False
        self.hold_until = hold_until
        return True

    def begin_anew(self, mono: float) -> None:
        """The line is up again: what holds no longer is heard anew, and not shown before that."""
        if mono >= self.hold_until:
            self._prices.clear()

    def list_prices(self) -> tuple[ShelfPrice, ...]:
        """What is known, in the order in which it stands there."""
        last = len(self._places)
        return tuple(sorted(self._prices.values(), key=lambda price: (self._places.get(price.code, last), price.code)))

    def _stands_here(self, price: ShelfPrice) -> bool:
        return price.code in self._places or bool(self._shelf and price.shelf == self._shelf)
