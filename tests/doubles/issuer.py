"""Issuers to sign in at: a real one that believes everybody, and one that says whatever a test has it say."""

import json
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from typing_extensions import override

from tests.doubles.deadline import wait_until
from tests.doubles.http_server import HttpServer

CLIENT = "the hub"
SUBJECT, ADDRESS = "7", "mara@example.com"
_CLAIMS = json.dumps({"sub": SUBJECT, "email": ADDRESS, "email_verified": True})


@contextmanager
def serve_issuer() -> Generator[str]:
    """The address of a real issuer (oidc-provider-mock), which knows Mara."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", port, "--user-claims", _CLAIMS]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 # our own
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until(lambda: _answers(address))
        yield address
    finally:
        process.terminate()
        process.wait()


def sign_in_there(address: str, subject: str = SUBJECT) -> dict[str, str]:
    """Say who she is on the issuer's page; what the issuer sends her back with."""
    answer = requests.post(address, {"sub": subject}, allow_redirects=False, timeout=10)
    return dict(parse_qsl(urlsplit(answer.headers["Location"]).query))


def _answers(address: str) -> bool:
    try:
        return requests.get(f"{address}/jwks", timeout=10).ok
    except requests.ConnectionError:
        return False


@dataclass
class Forger:
    """Answers what `pages` say, by path: JSON, or a status; what was posted to it is in `posted`."""

    pages: dict[str, Any] = field(default_factory=dict[str, Any])
    posted: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    address: str = ""

    def pretend(self, **changes: Any) -> None:  # noqa: ANN401 # whatever JSON can say
        """Be an issuer, but for these members of what it says of itself."""
        self.pages["/.well-known/openid-configuration"] = {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/jwks",
            **changes,
        }

    def sign(self, key: RSAKey, **claims: Any) -> None:  # noqa: ANN401 # whatever JSON can say
        """Give this id token for any code, and this key for signed by."""
        self.pages["/token"] = {"access_token": "a", "token_type": "Bearer", "id_token": sign_token(key, claims)}
        self.pages["/jwks"] = KeySet([key]).as_dict(private=False)


def sign_token(key: RSAKey, claims: dict[str, Any], algorithm: str = "RS256") -> str:
    """An id token of these claims."""
    return jwt.encode({"alg": algorithm, "kid": key.kid}, claims, key)


def make_key(name: str) -> RSAKey:
    """A key of this name."""
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig", "alg": "RS256"})


@contextmanager
def serve_forger() -> Generator[Forger]:
    """The other one."""
    forger = Forger()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            forger.posted.append((self.headers.get("Authorization", ""), body))
            self._answer()

        def _answer(self) -> None:
            page = forger.pages.get(self.path, 404)
            status, content = (page, b"") if isinstance(page, int) else (200, _encode(page))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Location", "/jwks")
            self.end_headers()
            self.wfile.write(content)

        @override
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HttpServer(("127.0.0.1", 0), Handler)
    forger.address = f"http://127.0.0.1:{server.server_address[1]}"
    forger.pretend()
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
    try:
        yield forger
    finally:
        server.shutdown()
        server.server_close()


def _encode(page: object) -> bytes:
    return page if isinstance(page, bytes) else json.dumps(page).encode()
