"""Google Wallet as far as the hub asks it, over real HTTP: it gives access for a good assertion, and keeps objects."""

import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from typing_extensions import override

from tests.doubles.http_server import HttpServer

EMAIL = "hub@shop.iam.example"
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_API = "/wallet/v1/"


def make_key_text() -> str:
    """A new RSA key as PEM, as a service account's key file holds it."""
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@dataclass
class PretendGoogle:
    """What it was told: `kept` by kind and id, and `asked` as method and path. `failing` answers everything so."""

    key: str
    url: str = ""
    kept: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    asked: list[str] = field(default_factory=list[str])
    tokens: list[str] = field(default_factory=list[str])
    failing: int | None = None

    @property
    def api(self) -> str:
        return f"{self.url}{_API}".rstrip("/")

    @property
    def token_url(self) -> str:
        return f"{self.url}/token"

    def write_key_file(self) -> str:
        """The service account's key file."""
        told = {"client_email": EMAIL, "private_key": self.key, "token_uri": self.token_url, "private_key_id": "k1"}
        return json.dumps(told)

    def read(self, token: str) -> dict[str, Any]:
        """The claims of a JWT that the account signed; raises `JoseError` for any other."""
        return dict(jwt.decode(token, RSAKey.import_key(self.key), algorithms=["RS256"]).claims)

    def forget_tokens(self) -> None:
        """Whoever has access asks in vain until he asks for it anew."""
        self.tokens = [f"{token}-old" for token in self.tokens]

    def give_access(self, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        try:
            claims = self.read(form["assertion"][0])
        except JoseError:
            return 400, {"error": "invalid_grant"}
        is_good = form["grant_type"] == [_GRANT] and claims["aud"] == self.token_url and claims["iss"] == EMAIL
        if not is_good or not claims["scope"].endswith("/wallet_object.issuer"):
            return 400, {"error": "invalid_grant"}
        self.tokens.append(f"token-{len(self.tokens)}")
        return 200, {"access_token": self.tokens[-1], "expires_in": 3600, "token_type": "Bearer"}

    def answer(self, method: str, path: str, bearer: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        kind = path.removeprefix(_API)
        self.asked.append(f"{method} {kind.split('/')[0]}")
        if self.failing:
            return self.failing, {}
        if bearer.removeprefix("Bearer ") not in self.tokens:
            return 401, {}
        name = f"{kind}/{body['id']}" if method == "POST" else kind
        if (name in self.kept) == (method == "POST"):
            return (409 if method == "POST" else 404), {}
        self.kept[name] = {**self.kept.get(name, {}), **body}
        return 200, self.kept[name]


@contextmanager
def run_google(key: str) -> Generator[PretendGoogle]:
    """It, for as long as this lasts."""
    google = PretendGoogle(key)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path == "/token":
                self._send(*google.give_access(parse_qs(content.decode())))
            else:
                self._send(*google.answer(self.command, self.path, self.headers["Authorization"], json.loads(content)))

        def do_PATCH(self) -> None:
            self.do_POST()

        def _send(self, status: int, body: dict[str, Any]) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        @override
        def log_message(self, format: str, *args: object) -> None:
            pass

    with HttpServer(("127.0.0.1", 0), Handler) as server:
        google.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield google
        finally:
            server.shutdown()
            server.hang_up()
            thread.join()
