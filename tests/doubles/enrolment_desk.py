"""A loyalty API that knows nothing but how a screen is let in, and answers what a test lays out."""

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any, Self

from typing_extensions import override

from tests.doubles.http_server import HttpServer
from tests.doubles.notebook import Notebook


@dataclass(frozen=True)
class Reply:
    """What is answered: a status, a body and more headers."""

    status: int
    body: object = None
    headers: dict[str, str] = field(default_factory=dict[str, str])


IN = Reply(200, {"token": "word", "store": "berlin", "screen": "door", "settings": {"zones": ["hall"]}})


class EnrolmentDesk:
    """Answers one reply after the other, and the last for ever; a context manager."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked = Notebook[dict[str, Any]]()
        self.goes_on: list[bool] = []
        self._server = HttpServer(("127.0.0.1", 0), _make_handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._server.hang_up()

    def take(self, asked: dict[str, Any]) -> Reply:
        self.asked.write(asked)
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


def _make_handler(desk: EnrolmentDesk) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            desk.goes_on.append(self.headers.get("Connection") != "close")
            reply = desk.take({"path": self.path, **json.loads(body)})
            raw = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in {**reply.headers, "Content-Length": str(len(raw))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        @override
        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
