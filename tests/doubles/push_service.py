"""Apple's push service as far as the hub speaks to it: HTTP/2 over TLS, to clients with the right certificate alone."""

import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import create_server, socket

from cryptography.hazmat.primitives.serialization import Encoding
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, Event, RequestReceived, StreamEnded

from kiosk.hub.wallet.apple.signer import Signer
from tests.doubles.authority import found_authority

_PART = 65536


@dataclass
class PushService:
    """What it was asked: path, topic and body. It answers each path by `statuses`, else that it was done.

    `trusted` believes its certificate.
    """

    url: str
    trusted: ssl.SSLContext
    statuses: dict[str, int] = field(default_factory=dict[str, int])
    asked: list[tuple[str, str, bytes]] = field(default_factory=list[tuple[str, str, bytes]])

    def serve(self, line: socket) -> None:
        """Answer all that comes on this line."""
        connection = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        connection.initiate_connection()
        requests: dict[int, tuple[dict[str, str], bytes]] = {}
        line.sendall(connection.data_to_send())
        while part := line.recv(_PART):
            for event in connection.receive_data(part):
                self._take(connection, requests, event)
            line.sendall(connection.data_to_send())

    def _take(self, connection: H2Connection, requests: dict[int, tuple[dict[str, str], bytes]], event: Event) -> None:
        match event:
            case RequestReceived(headers=told, stream_id=number):
                requests[number] = ({str(name): str(value) for name, value in told or ()}, b"")
            case DataReceived(data=data, stream_id=number):
                headers, body = requests[number]
                requests[number] = headers, body + (data or b"")
            case StreamEnded(stream_id=number):
                headers, body = requests.pop(number)
                self.asked.append((headers[":path"], headers["apns-topic"], body))
                status = self.statuses.get(headers[":path"], 200)
                connection.send_headers(number, [(":status", str(status))], end_stream=True)
            case _:
                pass


@contextmanager
def run_push_service(folder: Path, signer: Signer) -> Generator[PushService]:
    """It, for as long as this lasts; it lets in whose certificate the issuer of this signer signed."""
    authority = found_authority(folder)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cadata=signer.wwdr.public_bytes(Encoding.PEM).decode())
    tls.load_cert_chain(*authority.sign("push"))
    tls.verify_mode = ssl.CERT_REQUIRED
    tls.set_alpn_protocols(["h2"])
    with create_server(("127.0.0.1", 0)) as listener:
        trusted = ssl.create_default_context(cafile=authority.ca_file)
        service = PushService(f"https://127.0.0.1:{listener.getsockname()[1]}", trusted)
        threading.Thread(target=_listen, args=(listener, tls, service), daemon=True).start()
        yield service


def _listen(listener: socket, tls: ssl.SSLContext, service: PushService) -> None:
    with suppress(OSError):  # it is closed
        while True:
            line, _ = listener.accept()
            with suppress(ssl.SSLError, ConnectionError), tls.wrap_socket(line, server_side=True) as safe:
                service.serve(safe)
