"""Where everything is measured: a real broker, a stocked shop, and the two programs that stand against each other."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.bench.side import Side
from kiosk.bench.stock import Stock, make_stock
from kiosk.shop.broker import RunningBroker, start_broker


@dataclass(frozen=True, slots=True)
class Stand:
    """A broker and a stock, until `open_stand` is left; each `start` gives a new process."""

    broker: RunningBroker
    stock: Stock

    def start_screen(self, *overrides: str) -> Side:
        """The real screen."""
        return Side("screen", [*self.stock.list_settings(), f"broker.url={self.broker.url}", *overrides])

    def start_bare(self) -> Side:
        """The bare program."""
        return Side("bare", [str(self.stock.bare_file), self.broker.host, str(self.broker.port)])


@contextmanager
def open_stand(members: int) -> Generator[Stand, None, None]:
    """Start the broker and stock the shop for so many members; everything is gone afterwards.

    Raises `KioskError` where there is no broker.
    """
    with stock_shop(members) as stock:
        broker = start_broker(stock.state.parent / "broker")
        try:
            yield Stand(broker, stock)
        finally:
            broker.stop()


@contextmanager
def stock_shop(members: int) -> Generator[Stock, None, None]:
    """A stock in a folder of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="vitrine-bench-") as folder:
        yield make_stock(Path(folder), members)
