"""A broker and a card reader that fail again and again beside the soaked screen: what that leaves behind adds up."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from time import monotonic, sleep

from kiosk.bench.card_reader import CardReader
from kiosk.contract.credential import KEY_BYTES
from kiosk.core.events import Event
from kiosk.core.fault import Part
from kiosk.errors import KioskError
from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link
from kiosk.nfc.reader import Reader
from kiosk.shop.broker import start_broker

PATIENCE_S = 30.0
_LOOK_S = 0.02


class NotMended(KioskError):
    """A line or the reader did not come back."""


class Mishaps:
    """A real broker with the screen's own line to it, and its own reader of cards on the bench's; `close` ends all.

    Its files lie in `folder`. Raises `KioskError` where there is no broker.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._broker = start_broker(folder)
        address = Address(self._broker.host, self._broker.port)
        self._link = Link(address, "soak", Handlers(topics=("soak/#",)), Random())  # noqa: S311 # when to dial is no secret
        self._socket = CardReader()
        self._reader = Reader(
            "tty:bench:soak", bytes(KEY_BYTES), _drop, self, monotonic, open_frontend=self._socket.open_frontend
        )
        self.count = 0
        self._link.start()
        self._reader.start()

    def set_fault(self, part: Part, code: str | None) -> None:
        """As `FaultSink`: that it fails is what is wanted here."""

    def strike(self) -> None:
        """End the broker and pull the reader out; return once both were missed."""
        self.count += 1
        self._broker.stop()
        self._socket.pull_out()
        _wait_until(lambda: not self._link.is_up() and not self._reader.is_ready)

    def mend(self) -> None:
        """Start the broker anew and plug the reader in; they are found some seconds later."""
        self._broker = start_broker(self._folder, self._broker.port)
        self._socket.plug_in()

    def wait_until_well(self) -> None:
        """Return once both are there. Raises `NotMended` where that takes longer than anybody waits."""
        _wait_until(lambda: self._link.is_up() and self._reader.is_ready)

    def close(self) -> None:
        """End all of it."""
        self._link.stop()
        self._reader.stop()
        self._broker.stop()


def _drop(_event: Event) -> None:
    """What the reader tells is of no interest here."""


def _wait_until(is_so: Callable[[], bool]) -> None:
    until = monotonic() + PATIENCE_S
    while not is_so():
        if monotonic() > until:
            message = f"broker or card reader were not seen to go or to come back within {PATIENCE_S:g} s"
            raise NotMended(message)
        sleep(_LOOK_S)
