"""Another system that is told what happens, over real HTTP or HTTPS."""

import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from typing_extensions import override

from tests.doubles.authority import found_authority
from tests.doubles.http_server import HttpServer


@dataclass
class Receiver:
    """What it was told, as headers and body; it answers with `status` and these `headers`."""

    url: str
    status: int = 204
    headers: dict[str, str] = field(default_factory=dict[str, str])
    told: list[tuple[dict[str, str], bytes]] = field(default_factory=list[tuple[dict[str, str], bytes]])

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.told]


@contextmanager
def run_receiver(certificates: Path | None = None) -> Generator[Receiver]:
    """It, for as long as this lasts; with TLS where a folder is named for its certificates."""
    receiver = Receiver("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told = {name.lower(): value for name, value in self.headers.items()}
            receiver.told.append(({**told, ":path": self.path}, body))
            self.send_response(receiver.status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        @override
        def log_message(self, format: str, *args: object) -> None:
            pass

    with HttpServer(("127.0.0.1", 0), Handler) as server:
        scheme = "http"
        if certificates:
            tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            tls.load_cert_chain(*found_authority(certificates).sign("receiver"))
            server.socket = tls.wrap_socket(server.socket, server_side=True)
            scheme = "https"
        receiver.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield receiver
        finally:
            server.shutdown()
            server.hang_up()
            thread.join()
