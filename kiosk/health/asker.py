"""One question, and its answer."""

import logging
import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BufferedReader
from socket import AF_UNIX
from time import monotonic
from typing import TYPE_CHECKING, Protocol, cast

import msgspec
from typing_extensions import override

from kiosk.health.exposition import CONTENT_TYPE, write_metrics
from kiosk.health.hurry import Hurry
from kiosk.health.process import list_process_metrics

if TYPE_CHECKING:
    from kiosk.health.report import Report

PATIENCE_S = 2.0
"""Who has not asked by then has had a turn."""
_OWN_NAMES = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?", re.IGNORECASE)

_log = logging.getLogger(__name__)


class Teller(Protocol):
    """The server that an asker stands before."""

    def ask(self) -> "Report":
        """How the program is."""
        ...


class Asker(BaseHTTPRequestHandler):
    """GET of `/healthz` or `/metrics`; nothing else is there."""

    timeout = PATIENCE_S
    server_version = "vitrine"
    sys_version = ""

    @override
    def setup(self) -> None:
        super().setup()
        # Its own would wait so long for each byte.
        self.rfile = BufferedReader(Hurry(self.connection, monotonic() + PATIENCE_S))

    @override
    def log_message(self, format: str, *args: object) -> None:
        """What was asked is nobody's concern."""

    def do_GET(self) -> None:
        """Answer."""
        if not self._is_meant():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", b"")
            return
        try:
            report = cast("Teller", self.server).ask()
        except Exception as error:  # noqa: BLE001  # the thread's edge: a program that cannot say how it is, is not well
            _log.error("health stumbled: %s", type(error).__name__)  # a trace could show ids
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "text/plain", b"")
            return
        self._answer(report)

    def _is_meant(self) -> bool:
        """Whether it is this machine that was called, and no page's own name that was made to lead here."""
        host = self.headers.get("Host")
        return host is None or self.connection.family == AF_UNIX or _OWN_NAMES.fullmatch(host) is not None

    def _answer(self, report: "Report") -> None:
        if self.path == "/healthz":
            status = HTTPStatus.OK if report.well else HTTPStatus.SERVICE_UNAVAILABLE
            self._send(status, "application/json", msgspec.json.encode({"well": report.well, **report.details}))
        elif self.path == "/metrics":
            metrics = write_metrics((*report.metrics, *list_process_metrics()))
            self._send(HTTPStatus.OK, CONTENT_TYPE, metrics.encode())
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.connection.settimeout(PATIENCE_S)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
