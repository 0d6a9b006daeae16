"""Stands between a screen and its loyalty system, and carries each exchange as badly as it is told.

Its own, small: the fault injecting proxies that there are want a daemon, or cannot spoil one exchange of many.
"""

import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from typing import Self

_END = b"\r\n\r\n"
_LATENCY_S = 0.05
_PIECE = 65536
_PORTAL = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>Welcome</html>"
_BUSY = b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER of no time: closing says RST. Source: socket(7)."""


class Way(StrEnum):
    """How an exchange is carried."""

    WELL = "well"
    LATE = "late"
    CUT = "cut before the answer"
    HALF_OPEN = "half open"
    """Taken, and never answered."""
    RESET = "reset"
    DUPLICATE = "duplicated"
    """Said twice to the server."""
    REORDER = "reordered"
    """What was said before is said once more after this."""
    BUSY = "503"
    PORTAL = "captive portal"


class MisbehavingProxy:
    """A context manager; `draw` says of each exchange how it goes, `carried` counts them."""

    def __init__(self, port: int, draw: Callable[[], Way]) -> None:
        self.carried = Counter[Way]()
        self._upstream = port
        self._draw = draw
        self._before = b""
        self._ending = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.getsockname()[1]}"

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._server.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            while (request := _read_message(client)) and self._carry(client, request):
                pass

    def _carry(self, client: socket.socket, request: bytes) -> bool:
        """Whether the line still stands after it."""
        way = self._draw()
        self.carried[way] += 1
        match way:
            case Way.BUSY | Way.PORTAL:
                client.sendall(_BUSY if way is Way.BUSY else _PORTAL)
                return True
            case Way.HALF_OPEN:
                client.recv(1)  # until whoever asked has enough
                return False
            case Way.RESET | Way.CUT:
                self._ask(request)
                if way is Way.RESET:
                    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                return False
            case Way.LATE:
                self._ending.wait(_LATENCY_S)
            case _:
                pass
        client.sendall(self._ask_well(request, way))
        return True

    def _ask_well(self, request: bytes, way: Way) -> bytes:
        answer = self._ask(request)
        if way is Way.DUPLICATE:
            self._ask(request)
        elif way is Way.REORDER and self._before:
            self._ask(self._before)
        self._before = request
        return answer

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self._upstream)) as server:
            server.sendall(request)
            return _read_message(server)


def _read_message(line: socket.socket) -> bytes:
    """A whole HTTP/1.1 message with a length; nothing where the peer hung up."""
    message = b""
    while _END not in message or len(message) < _measure(message):
        piece = line.recv(_PIECE)
        if not piece:
            return b""
        message += piece
    return message


def _measure(message: bytes) -> int:
    head, _, _ = message.partition(_END)
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return len(head) + len(_END) + next((int(value) for name, _, value in lines if name == b"content-length"), 0)
