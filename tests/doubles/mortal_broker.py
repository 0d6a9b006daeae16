"""A real broker that a story may kill and bring back."""

from pathlib import Path
from typing import Self

from kiosk.mqtt.address import Address
from kiosk.shop.broker import HOST, RunningBroker, find_free_port, start_broker


class MortalBroker:
    """Keeps its port over all its lives and its memory over none; not yet alive when it is entered."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: RunningBroker | None = None
        self.address = Address(HOST, find_free_port())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def revive(self) -> None:
        self._running = start_broker(self._folder, self.address.port)

    def kill(self) -> None:
        """Without a word to anybody."""
        if self._running is not None:
            self._running.program.process.kill()
            self._running.program.process.wait()
