import hmac
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
import requests

from kiosk.hub.chatwoot.account import Chatwoot
from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink
from tests.hub.running import DEADLINE_S, NOW, RunningHub
from tests.hub.thread import keep_mug, write

_CHATWOOT = Chatwoot("https://chat.example", 1, "inbox", "token")
_NONE: Mapping[str, str] = {}
_BODY = b'{"event": "message_created", "id": 7, "content": "Ja", "conversation": {"id": 4}}'


def _switch_on(running: RunningHub, chatwoot: Chatwoot = _CHATWOOT) -> Hub:
    running.hub = replace(running.hub, settings=replace(running.hub.settings, chatwoot=chatwoot))
    running.server.serve(running.hub)
    return running.hub


def _ring(
    running: RunningHub, door: str = _CHATWOOT.door, body: bytes = _BODY, headers: Mapping[str, str] = _NONE
) -> requests.Response:
    return requests.post(f"{running.url}/v1/chatwoot/{door}", data=body, headers=headers, timeout=DEADLINE_S)


@pytest.fixture
def bookmark(running: RunningHub) -> Bookmark:
    """Its conversation stands there as number 4, and was read up to message 9."""
    hub = _switch_on(running)
    bookmark = keep_mug(hub)
    write(hub, bookmark, "Blau?")
    with hub.database.write() as session:
        link = session.get_one(ChatwootLink, bookmark.conversation_id)
        link.number, link.heard_id, link.due_at = 4, 9, NOW + timedelta(hours=1)
    return bookmark


def _read(running: RunningHub, bookmark: Bookmark) -> tuple[int, bool]:
    with running.hub.database.read() as session:
        link = session.get_one(ChatwootLink, bookmark.conversation_id)
    return link.heard_id, link.due_at == NOW


def test_who_rings_at_the_right_door_has_the_hub_look(running: RunningHub, bookmark: Bookmark) -> None:
    assert _ring(running).status_code == 202
    assert _read(running, bookmark) == (6, True)


def test_who_rings_for_what_nobody_knows_is_heard_alike(running: RunningHub, bookmark: Bookmark) -> None:
    for body in (b'{"event": "conversation_updated", "id": 5}', b'{"event": "webwidget_triggered"}'):
        assert _ring(running, body=body).status_code == 202
    assert _read(running, bookmark) == (9, False)


def test_another_door_and_a_hub_without_one_lead_nowhere(running: RunningHub) -> None:
    assert _ring(running).status_code == 404
    _switch_on(running)
    assert [_ring(running, door).status_code for door in ("a" * 64, "%C3%A4")] == [404, 404]


def test_what_is_no_event_is_refused(running: RunningHub) -> None:
    _switch_on(running)

    assert (_ring(running, body=b"[]").status_code, _ring(running, body=b"[]").json()["code"]) == (400, "malformed")


def test_where_a_signature_is_agreed_on_none_gets_in_without_it(running: RunningHub, bookmark: Bookmark) -> None:
    _switch_on(running, Chatwoot("https://chat.example", 1, "inbox", "token", signing_secret="s"))  # noqa: S106 # made up
    stamp = str(int(NOW.timestamp()))
    digest = hmac.new(b"s", stamp.encode() + b"." + _BODY, "sha256").hexdigest()
    assert _ring(running).json()["code"] == "signature_wrong"
    assert _read(running, bookmark) == (9, False)
    signed = _ring(running, headers={"X-Chatwoot-Signature": f"sha256={digest}", "X-Chatwoot-Timestamp": stamp})

    assert (signed.status_code, _read(running, bookmark)) == (202, (6, True))
