"""A server that keeps every rule but one: its answer never ends."""

import socket
import ssl
import threading
from contextlib import suppress
from typing import Self

DROP_EVERY_S = 0.02


class DrippingServer:
    """Answers a connection (over TLS with `tls`) with `head`, then a `drop` at a time until the client has enough."""

    def __init__(self, head: bytes, drop: bytes, tls: ssl.SSLContext | None = None) -> None:
        self._head = head
        self._drop = drop
        self._tls = tls
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                with self._tls.wrap_socket(client, server_side=True) if self._tls else client as stream:
                    self._answer(stream)

    def _answer(self, client: socket.socket) -> None:
        with suppress(OSError):
            client.recv(65536)
            client.sendall(self._head)
            while not self._ended.wait(DROP_EVERY_S):
                client.sendall(self._drop)
