"""A line to a broker on which one word is held up, so that the next one could overtake it."""

from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from threading import Event as Flag

from typing_extensions import override

from kiosk.hub.mqtt.line import Line
from kiosk.mqtt.address import Address
from tests.doubles.notebook import Notebook

_PATIENCE_S = 0.5


class CrowdedLine(Line):
    """It takes everything; what was said first waits until another word comes beside it, or none does for a while."""

    def __init__(self) -> None:
        super().__init__(Address("127.0.0.1", 1), "crowded", lambda _topic, _payload: None)
        self.said = Notebook[bytes]()
        self.is_busy = Flag()
        self._gate = Barrier(2, timeout=_PATIENCE_S)

    @override
    def say(self, topic: str, payload: bytes, *, kept: bool = False) -> bool:
        is_first = not self.is_busy.is_set()
        self.is_busy.set()
        if is_first:
            self._let_pass()
        self.said.write(payload)
        if not is_first:
            self._let_pass()
        return True

    def _let_pass(self) -> None:
        with suppress(BrokenBarrierError):
            self._gate.wait()
