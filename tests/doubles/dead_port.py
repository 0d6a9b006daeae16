"""The port of a broker that is gone: whoever dials it is hung up on, and counted."""

import socket
import threading
from contextlib import suppress
from typing import Self

from kiosk.mqtt.address import Address
from tests.doubles.notebook import Notebook

_GREETING = 1024


class DeadPort:
    """Entered, it takes a broker's place until it is left."""

    def __init__(self, address: Address) -> None:
        self.greetings = Notebook[bytes]()
        """What each one said who dialled: its client id stands in it."""
        self._server = socket.create_server((address.host, address.port))
        self._thread = threading.Thread(target=self._hang_up)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._server.close()

    def wait_for(self, role: bytes, times: int) -> None:
        """Until this part of a screen has dialled in vain so many times."""
        self.greetings.wait_until(lambda said: sum(role in greeting for greeting in said) >= times)

    def _hang_up(self) -> None:
        with suppress(OSError):  # it is shut down
            while True:
                line, _ = self._server.accept()
                with line:
                    self.greetings.write(line.recv(_GREETING))
