"""A line to a broker that somebody tampers with: it can go dumb while it stands, and be torn."""

import socket
import struct
import threading
from contextlib import suppress
from typing import Self

_PIECE = 65536
_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER of no time: closing says RST. Source: socket(7)."""


class TamperedLine:
    """Carries bytes to `port` of this machine and back; a context manager."""

    def __init__(self, port: int) -> None:
        self._upstream = port
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._dumb: set[socket.socket] = set()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._accept, daemon=True)

    @property
    def port(self) -> int:
        return int(self._server.getsockname()[1])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._server.close()
        self.tear()

    def mute(self) -> None:
        """What is said on the lines that there are is swallowed from now on, both ways; they stand."""
        self._dumb.update(end for pair in self._pairs for end in pair)

    def tear(self) -> None:
        """End them with a reset."""
        for pair in self._pairs:
            for end in pair:
                with suppress(OSError):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                    end.shutdown(socket.SHUT_RD)  # wakes who reads of it
                end.close()
        self._pairs.clear()

    def _accept(self) -> None:
        with suppress(OSError):  # it is shut down
            while True:
                near, _ = self._server.accept()
                far = socket.create_connection(("127.0.0.1", self._upstream))
                self._pairs.append((near, far))
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(_PIECE):
                if one not in self._dumb:
                    other.sendall(piece)
