"""A push service, and the browsers that it rings: what comes is believed by its signature and read with their keys."""

import ssl
import threading
from base64 import urlsafe_b64encode
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler

import http_ece
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02
from typing_extensions import override

from kiosk.hub.push.subscription import Subscription
from tests.doubles.authority import Authority
from tests.doubles.http_server import HttpServer

_AUTH = b"sixteen letters."


def _encode(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


@dataclass
class PushServer:
    """A running service at `host`; it answers `statuses` one after the other, and then 201.

    `rung` has what browsers read, by the path of their address and the topic; `requests` counts all that came.
    """

    host: str
    statuses: list[int] = field(default_factory=list[int])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    rung: dict[tuple[str, str], bytes] = field(default_factory=dict[tuple[str, str], bytes])
    requests: int = 0
    _keys: dict[str, EllipticCurvePrivateKey] = field(default_factory=dict[str, EllipticCurvePrivateKey])

    def subscribe(self, name: str) -> Subscription:
        """A browser that is rung here."""
        key = self._keys.setdefault(f"/{name}", generate_private_key(SECP256R1()))
        point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return Subscription(f"https://{self.host}/{name}", _encode(point), _encode(_AUTH))

    def take(self, path: str, headers: Message, body: bytes) -> int:
        """The status that answers this."""
        self.requests += 1
        if self.statuses:
            return self.statuses.pop(0)
        assert Vapid02.verify(headers["Authorization"])  # pyright: ignore[reportUnknownMemberType] # it has no types
        key = self._keys[path]
        text: bytes = http_ece.decrypt(  # pyright: ignore[reportUnknownMemberType] # it has no types
            body, private_key=key, auth_secret=_AUTH, version=headers["Content-Encoding"]
        )
        self.rung[path, headers["Topic"]] = text
        return 201


class _Handler(BaseHTTPRequestHandler):
    service: PushServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.service.take(self.path, self.headers, body))
        for name, value in {**self.service.headers, "Content-Length": "0"}.items():
            self.send_header(name, value)
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Quietly."""


@contextmanager
def serve_push(authority: Authority) -> Generator[PushServer]:
    """The service, for as long as it runs, with a certificate of this authority."""
    handler = type("Handler", (_Handler,), {})
    server = HttpServer(("127.0.0.1", 0), handler)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*authority.sign("push"))
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    handler.service = PushServer(f"127.0.0.1:{server.server_port}")  # type: ignore[attr-defined] # as its base declares
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield handler.service  # type: ignore[attr-defined] # as above
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
