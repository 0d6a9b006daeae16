"""Asks a program on this machine how it is."""

import http.client
import json
import socket
from pathlib import Path
from typing import Any

from typing_extensions import override


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=5)
        self._path = path

    @override
    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self._path))


def ask(listen: str, path: str, method: str = "GET") -> tuple[int, str]:
    """Status and body; `listen` is `unix:/path` or `host:port`. Raises `OSError` where nobody answers."""
    unix = Path(listen.removeprefix("unix:"))
    connection = _UnixConnection(unix) if listen.startswith("unix:") else http.client.HTTPConnection(listen, timeout=5)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def is_heard(listen: str) -> bool:
    """Whether somebody answers there by now."""
    try:
        ask(listen, "/healthz")
    except OSError:
        return False
    return True


def ask_health(listen: str) -> dict[str, Any]:
    """What `/healthz` says, with its status as `status`."""
    status, body = ask(listen, "/healthz")
    return {**json.loads(body), "status": status}
