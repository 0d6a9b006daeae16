"""A server that keeps every rule but one: its answer never ends."""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

DROP_EVERY_S = 0.02


class DrippingServer:
    """Answers every connection with `head`, and then a `drop` at a time until the client has had enough."""

    def __init__(self, head: bytes, drop: bytes) -> None:
        self._head = head
        self._drop = drop
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                with client:
                    self._answer(client)

    def _answer(self, client: socket.socket) -> None:
        with suppress(OSError):
            client.recv(65536)
            client.sendall(self._head)
            while not self._ended.wait(DROP_EVERY_S):
                client.sendall(self._drop)
