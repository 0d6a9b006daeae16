import json

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.delivery.carrier import Outcome
from kiosk.hub.delivery.push_carrier import PushCarrier
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.conversation.push_subscription import PushSubscription, subscribe
from kiosk.hub.models.members.credential import add_browser
from kiosk.hub.push.push_service import PushService
from kiosk.hub.sample.shop import STORE
from tests.doubles.push_server import PushServer
from tests.hub.delivery.post_room import permit
from tests.hub.thread import keep_mug, list_thread, say

URL = "https://hub.example"


@pytest.fixture
def bookmark(hub: Hub, push_server: PushServer) -> Bookmark:
    """Whose page two phones may read; the store wrote on it."""
    bookmark = keep_mug(hub)
    say(hub, bookmark, "Ganz geheim")
    permit(hub, bookmark, "push")
    with hub.database.write() as session:
        open_claim(get_claim_of(session, bookmark.id), "one", hub.now())
        add_browser(session, STORE, "two", bookmark.member_key)
        for name in ("one", "two"):
            found = push_server.subscribe(name)
            row = PushSubscription(endpoint=found.endpoint, browser_hash=name, p256dh=found.p256dh, auth=found.auth)
            subscribe(session, row)
    return bookmark


def _send(hub: Hub, bookmark: Bookmark, service: PushService | None) -> Outcome | None:
    with hub.database.read() as session:
        message = session.get_one(Message, list_thread(hub, bookmark)[-1].id)
        send = PushCarrier(service, URL).prepare(session, make_page(bookmark), message)
    return send and send()


def test_every_phone_that_may_read_the_page_is_rung_without_a_word_of_what_was_said(
    hub: Hub, bookmark: Bookmark, service: PushService, push_server: PushServer
) -> None:
    outcome = _send(hub, bookmark, service)
    told = [json.loads(text) for text in push_server.rung.values()]
    with hub.database.read() as session:
        url = f"{URL}/c/{get_claim_of(session, bookmark.id).token}"

    assert outcome == Outcome(is_sent=True, is_final=True)
    assert [path for path, _ in push_server.rung] == ["/one", "/two"]
    assert told == [{"title": "Kleine Freude", "body": "Eine neue Nachricht für Sie", "url": url, "tag": "m2"}] * 2


@pytest.mark.parametrize(
    ("statuses", "outcome"),
    [
        ([410, 201], Outcome(is_sent=True, is_final=True, gone=("/one",))),
        ([404, 410], Outcome(is_sent=False, is_final=True, gone=("/one", "/two"))),
        ([410, 503], Outcome(is_sent=False, is_final=False, gone=("/one",))),
        ([403, 403], Outcome(is_sent=False, is_final=True)),
    ],
)
def test_dead_phones_are_named_and_others_tried_again(  # noqa: PLR0913, PLR0917 # all fixtures
    hub: Hub, bookmark: Bookmark, service: PushService, push_server: PushServer, statuses: list[int], outcome: Outcome
) -> None:
    push_server.statuses += statuses
    found = _send(hub, bookmark, service)

    assert found
    paths = tuple(endpoint.removeprefix(f"https://{push_server.host}") for endpoint in found.gone)
    assert (found.is_sent, found.is_final, paths) == (outcome.is_sent, outcome.is_final, outcome.gone)


def test_without_a_key_or_a_phone_nobody_is_rung(hub: Hub, bookmark: Bookmark, service: PushService) -> None:
    assert _send(hub, bookmark, None) is None
    other = keep_mug(hub, "other")

    assert _send(hub, other, service) == Outcome(is_sent=True, is_final=True)  # her own phone reads all her pages
