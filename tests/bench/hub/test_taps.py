from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from threading import Thread

import pytest

from kiosk.bench.hub.taps import SCREENS, Desk, rush
from kiosk.errors import KioskError


class Refusing(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(422)
        self.send_header("Content-Length", "0")
        self.end_headers()


def test_a_tap_that_is_not_kept_ends_the_measurement() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        desk = Desk(f"http://127.0.0.1:{server.server_port}", "t", "s", "window-1", ("o-1",), 5)
        with pytest.raises(KioskError, match="422"):
            rush(desk, 1, Random(1))  # noqa: S311 - no secret
        server.shutdown()


def test_a_hub_that_is_gone_is_said_in_one_sentence() -> None:
    desk = Desk("http://127.0.0.1:9", "t", "s", "window-1", ("o-1",), 5)
    with pytest.raises(KioskError, match="did not answer"):
        rush(desk, SCREENS, Random(1))  # noqa: S311 - no secret
