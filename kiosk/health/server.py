"""A server for one asker at a time, on an address that nobody but this machine reaches."""

import socket
import stat
from collections.abc import Callable
from contextlib import suppress
from http.server import HTTPServer
from pathlib import Path
from socketserver import TCPServer

from typing_extensions import override

from kiosk.health.asker import Asker
from kiosk.health.report import Report

_UNIX = "unix:"
_GROUP_TOO = 0o660
"""A monitor that runs as another user is let in by the group."""


class HealthServer(HTTPServer):
    """Listens at `unix:/path` or `host:port`; `ask` says how the program is. Raises `OSError` where it cannot."""

    def __init__(self, listen: str, ask: Callable[[], Report]) -> None:
        self.ask = ask
        self._path: Path | None = None
        if listen.startswith(_UNIX):
            path = Path(listen.removeprefix(_UNIX))
            self.address_family = socket.AF_UNIX
            _clear(path)
            super().__init__(str(path), Asker)  # type: ignore[arg-type] # of this family an address is a path
            self._path = path
            path.chmod(_GROUP_TOO)
        else:
            host, _, port = listen.rpartition(":")
            self.address_family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
            super().__init__((host.strip("[]"), int(port)), Asker)

    @override
    def server_bind(self) -> None:
        # HTTPServer's own asks the network what this machine is called, which may take long.
        TCPServer.server_bind(self)

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Who asked is gone before the answer: nobody's concern."""

    @override
    def server_close(self) -> None:
        super().server_close()
        if self._path:
            self._path.unlink(missing_ok=True)

    def interrupt(self) -> None:
        """End the wait for the next asker, from any thread."""
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)


def _clear(path: Path) -> None:
    """A socket that a program left which was killed is in the way of the next; anything else is not ours to take."""
    with suppress(FileNotFoundError):
        if stat.S_ISSOCK(path.lstat().st_mode):
            path.unlink()
