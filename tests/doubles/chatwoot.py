"""A Chatwoot as far as the hub speaks with one: it keeps what it is told, and can fail at any request.

As the real one, it keeps no `echo_id` and takes the same message twice if it is told it twice.
"""

import json
import re
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from itertools import count
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

from kiosk.hub.chatwoot.account import Chatwoot
from tests.doubles.http_server import HttpServer

Fate = Literal["well", "away", "busy", "fault", "unwelcome", "dropped", "half", "prose", "late"]
"""Done or not, and what is answered: `dropped`, `half`, `prose` and `late` are done, and nobody hears so."""
UNDONE: dict[str, int] = {"away": 503, "busy": 429, "fault": 500, "unwelcome": 422}
PAGE = 100


@dataclass(repr=False)
class PretendChatwoot:
    """All that is there; `fates` are those of the next requests, and `asked` what was asked for."""

    url: str = ""
    fates: list[Fate] = field(default_factory=list[Fate])
    asked: list[str] = field(default_factory=list[str])
    contacts: dict[str, int] = field(default_factory=dict[str, int])
    conversations: dict[int, dict[str, Any]] = field(default_factory=dict[int, dict[str, Any]])
    messages: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    unwelcome: str = ""
    """A text that is declined for ever."""
    keeps_names: bool = True
    hears: Callable[[], None] | None = None
    """Called as it is asked for messages: something may happen meanwhile."""
    inboxes: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    release: threading.Event = field(default_factory=threading.Event)
    """Until this is set, who is answered late waits."""
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def settings(self) -> Chatwoot:
        return Chatwoot(self.url, 1, "inbox", "token", allows_private=True)

    @property
    def texts(self) -> list[str]:
        return [message["content"] for message in self.messages]

    def say(self, number: int, text: str, **more: object) -> dict[str, Any]:
        """Somebody of the store answers there."""
        return self._add(number, {"content": text, "message_type": 1, "private": False, **more})

    def delete(self, message: dict[str, Any]) -> None:
        message |= {"content": "This message was deleted", "content_attributes": {"deleted": True}}

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: dict[str, Any]) -> tuple[int, object]:
        found = next((key for key in _ROUTES if key[0] == method and re.fullmatch(key[1], path)), None)
        if found is None:
            return 404, {}
        place = re.fullmatch(found[1], path)
        name = place[1] if place and place.groups() else ""
        return _ROUTES[found](self, name, query, body)

    def draw_fate(self) -> Fate:
        return self.fates.pop(0) if self.fates else "well"

    def show_contact(self, name: str, _query: object, _body: object) -> tuple[int, object]:
        return (200, {"id": self.contacts[name], "source_id": name}) if name in self.contacts else (404, {})

    def add_contact(self, _name: str, _query: object, body: dict[str, Any]) -> tuple[int, object]:
        self.contacts.setdefault(body["source_id"], next(self._ids))
        return self.show_contact(body["source_id"], None, None)

    def drop_contact(self, name: str, _query: object, _body: object) -> tuple[int, object]:
        gone = [key for key, number in self.contacts.items() if number == int(name)]
        for key in gone:
            del self.contacts[key]
            for number in [one["id"] for one in self.conversations.values() if one["contact"] == key]:
                del self.conversations[number]
                self.messages = [message for message in self.messages if message["conversation_id"] != number]
        return (200, {}) if gone else (404, {})

    def list_conversations(self, name: str, _query: object, _body: object) -> tuple[int, object]:
        if name not in self.contacts:
            return 404, {}
        return 200, [one for one in self.conversations.values() if one["contact"] == name]

    def open_conversation(self, name: str, _query: object, body: dict[str, Any]) -> tuple[int, object]:
        if name not in self.contacts:
            return 404, {}
        number = next(self._ids)
        self.conversations[number] = {"id": number, "status": "open", "contact": name, **body}
        return 200, self.conversations[number]

    def show_conversation(self, name: str, _query: object, _body: object) -> tuple[int, object]:
        found = self.conversations.get(int(name))
        return (200, found) if found else (404, {})

    def list_messages(self, name: str, query: dict[str, list[str]], _body: object) -> tuple[int, object]:
        if int(name) not in self.conversations:
            return 404, {}
        after = int(query["after"][0])
        if self.hears:
            self.hears()
        here = [one for one in self.messages if one["conversation_id"] == int(name) and one["id"] > after]
        return 200, {"meta": {}, "payload": here[:PAGE]}

    def add_message(self, name: str, _query: object, body: dict[str, Any]) -> tuple[int, object]:
        if int(name) not in self.conversations:
            return 404, {}
        if self.unwelcome and self.unwelcome in body["content"]:
            return 422, {}
        kind = {"incoming": 0, "outgoing": 1}[body["message_type"]]
        source = body["source_id"] if self.keeps_names else None
        kept = {"content": body["content"], "message_type": kind, "private": body["private"], "source_id": source}
        return 200, {**self._add(int(name), kept), "echo_id": body["echo_id"]}

    def list_inboxes(self, _name: str, _query: object, _body: object) -> tuple[int, object]:
        return 200, {"payload": self.inboxes}

    def _add(self, number: int, message: dict[str, Any]) -> dict[str, Any]:
        kept: dict[str, Any] = {
            "id": next(self._ids),
            "conversation_id": number,
            "source_id": None,
            "attachments": [],
            **message,
        }
        self.messages.append(kept)
        return kept


_CONTACTS = "/public/api/v1/inboxes/inbox/contacts"
_ROUTES = {
    ("GET", f"{_CONTACTS}/([^/]+)"): PretendChatwoot.show_contact,
    ("POST", _CONTACTS): PretendChatwoot.add_contact,
    ("DELETE", r"/api/v1/accounts/1/contacts/(\d+)"): PretendChatwoot.drop_contact,
    ("GET", f"{_CONTACTS}/([^/]+)/conversations"): PretendChatwoot.list_conversations,
    ("POST", f"{_CONTACTS}/([^/]+)/conversations"): PretendChatwoot.open_conversation,
    ("GET", r"/api/v1/accounts/1/conversations/(\d+)"): PretendChatwoot.show_conversation,
    ("GET", r"/api/v1/accounts/1/conversations/(\d+)/messages"): PretendChatwoot.list_messages,
    ("POST", r"/api/v1/accounts/1/conversations/(\d+)/messages"): PretendChatwoot.add_message,
    ("GET", "/api/v1/accounts/1/inboxes"): PretendChatwoot.list_inboxes,
}


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"  # pyright: ignore[reportIncompatibleVariableOverride] # no other server has this handler

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def _serve(self) -> None:
        chatwoot, place = self.server.chatwoot, urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        chatwoot.asked.append(f"{self.command} {place.path}")
        fate = chatwoot.draw_fate()
        if self.headers.get("api_access_token") != "token":
            self._tell(401, b"{}")
        elif fate in UNDONE:
            self._tell(UNDONE[fate], b"{}")
        else:
            status, answer = chatwoot.answer(self.command, place.path, parse_qs(place.query), json.loads(body or b"{}"))
            self._tell_by(fate, status, json.dumps(answer).encode())

    def _tell_by(self, fate: Fate, status: int, answer: bytes) -> None:
        if fate == "late":
            self.server.chatwoot.release.wait()
        if fate == "half":
            self._tell(status, answer[: len(answer) // 2], len(answer))
        elif fate == "prose":
            self._tell(200, b"<html>")
        elif fate == "well":
            self._tell(status, answer)
        self.close_connection = True

    def _tell(self, status: int, answer: bytes, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Retry-After", "7")
        self.send_header("Content-Length", str(len(answer) if length is None else length))
        self.end_headers()
        self.wfile.write(answer)

    @override
    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(HttpServer):
    def __init__(self, chatwoot: PretendChatwoot) -> None:
        self.chatwoot = chatwoot
        super().__init__(("127.0.0.1", 0), _Handler)


@contextmanager
def run_chatwoot() -> Generator[PretendChatwoot]:
    """It, for as long as this lasts."""
    chatwoot = PretendChatwoot()
    with _Server(chatwoot) as server:
        chatwoot.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield chatwoot
        finally:
            chatwoot.release.set()
            server.shutdown()
            server.hang_up()
            thread.join()
