"""What today's Stripe has and localstripe does not, in front of one: it passes on all else as it came.

- which methods of payment are allowed is said by a name that localstripe does not know
  (https://docs.stripe.com/changelog/dahlia/2026-07-29/allowed-payment-method-types-parameter)
- what is asked twice under one key happens once (https://docs.stripe.com/api/idempotent_requests); localstripe would
  make two of it
- a charge without its owner whose bank asks for her is declined (https://docs.stripe.com/declines/codes,
  `authentication_required`); localstripe would wait for her
"""

import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode

import requests
from typing_extensions import override

from tests.doubles.http_server import HttpServer

_DEADLINE_S = 20
_DROPPED = frozenset({"connection", "content-encoding", "content-length", "date", "server", "transfer-encoding"})
_UNKNOWN = "allowed_payment_method_types"
_INTENTS = "/v1/payment_intents"


class _Door(BaseHTTPRequestHandler):
    """Of the `localstripe` at this address; `kept` are its answers to what it was asked under a key."""

    localstripe: ClassVar[str]
    kept: ClassVar[dict[tuple[str, str, bytes], requests.Response]]
    turns: ClassVar[threading.Lock]

    def do_GET(self) -> None:
        self._pass_on()

    def do_POST(self) -> None:
        self._pass_on()

    def do_DELETE(self) -> None:
        self._pass_on()

    def do_OPTIONS(self) -> None:
        self._pass_on()

    @override
    def log_message(self, format: str, *args: object) -> None:  # as http.server has it
        """Keep quiet."""

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        key = self.headers.get("Idempotency-Key")
        self._answer(self._ask_once((key, self.path, body)) if key else self._ask(body))

    def _ask_once(self, asked: tuple[str, str, bytes]) -> requests.Response:
        with self.turns:
            if asked not in self.kept:
                self.kept[asked] = self._ask(asked[-1])
        return self.kept[asked]

    def _ask(self, body: bytes) -> requests.Response:
        headers = {name: text for name, text in self.headers.items() if name.lower() not in _DROPPED | {"host"}}
        url = self.localstripe + self.path
        answer = requests.request(self.command, url, data=_translate(body), headers=headers, timeout=_DEADLINE_S)
        return _decline(self.localstripe, answer) if _is_without_her(self.path, body) else answer

    def _answer(self, answer: requests.Response) -> None:
        self.send_response(answer.status_code)
        for name, text in answer.headers.items():
            if name.lower() not in _DROPPED:
                self.send_header(name, text)
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)


@contextmanager
def stand_before(localstripe: str) -> Generator[str]:
    """The address at which today's Stripe is asked."""
    door = type("Door", (_Door,), {"localstripe": localstripe, "kept": {}, "turns": threading.Lock()})
    server = HttpServer(("127.0.0.1", 0), door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.hang_up()
        server.server_close()


def _translate(body: bytes) -> bytes:
    if _UNKNOWN.encode() not in body:
        return body
    fields = parse_qsl(body.decode(), keep_blank_values=True)
    return urlencode([(name, text) for name, text in fields if not name.startswith(_UNKNOWN)]).encode()


def _is_without_her(path: str, body: bytes) -> bool:
    return path == _INTENTS and ("off_session", "true") in parse_qsl(body.decode())


def _decline(localstripe: str, answer: requests.Response) -> requests.Response:
    """Where its bank asks for her, the intent is open again, and the card declined."""
    intent = answer.json()
    if intent.get("status") != "requires_action":
        return answer
    asked = {"success": "false", "client_secret": intent["client_secret"]}
    path = f"{localstripe}{_INTENTS}/{intent['id']}/_authenticate"
    opened = requests.post(path, asked, auth=("sk_test_12345", ""), timeout=_DEADLINE_S)
    opened.raise_for_status()
    error = {"type": "card_error", "code": "authentication_required", "payment_intent": opened.json()}
    answer.status_code, answer._content = 402, json.dumps({"error": error}).encode()  # noqa: SLF001 # as it came
    return answer
