import json
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.conversation.conversation import Said, hear_member, tell_member
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.outside.webhook_event import list_waiting
from kiosk.hub.sample.shop import STORE
from kiosk.hub.webhooks.event import BOOKMARK_KEPT, KINDS
from tests.hub.running import A_HASH, NOW
from tests.hub.told_webhooks import add_webhook


def _list_told(hub: Hub, webhook_id: str = "w") -> list[dict[str, Any]]:
    with hub.database.read() as session:
        return [json.loads(event.body) for event in list_waiting(session, webhook_id, 99)]


def _keep(hub: Hub) -> Bookmark:
    with hub.database.write() as session:
        tap = Tap("b", "f", "uid", A_HASH, NOW, "de", screen="window-1", zone="home")
        return keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)


def test_what_happens_to_a_kept_offer_is_announced_in_its_order(hub: Hub) -> None:
    add_webhook(hub, "w", *KINDS)
    kept = _keep(hub)
    with hub.database.write() as session:
        redeem_bookmark(hub, session, session.get_one(Bookmark, "b"))
        redeem_bookmark(hub, session, session.get_one(Bookmark, "b"))
    told = _list_told(hub)

    assert [one["type"] for one in told] == ["kiosk.bookmark.kept", "kiosk.bookmark.redeemed"]
    assert told[0]["data"] == {
        "bookmark": "b",
        "offer": "o-mug",
        "member": kept.member_key,
        "screen": "window-1",
        "zone": "home",
        "language": "de",
    }
    assert kept.redeem_code not in json.dumps(told)
    assert len({one["id"] for one in told}) == 2


def test_of_what_is_said_it_is_told_that_it_was_and_not_what(hub: Hub) -> None:
    add_webhook(hub, "w", *KINDS[1:])
    _keep(hub)
    with hub.database.write() as session:
        bookmark = session.get_one(Bookmark, "b")
        for _ in range(2):
            hear_member(hub, session, make_page(bookmark), Said("a secret", "web", "1" * 32))
        tell_member(hub, session, make_page(bookmark), Said("another secret", "console", "2" * 32))
    told = _list_told(hub)

    assert [(one["type"], one["data"]["author"]) for one in told] == [
        ("kiosk.message.written", "member"),
        ("kiosk.message.written", "store"),
    ]
    assert "secret" not in json.dumps(told)


def test_a_consent_that_is_taken_back_is_announced_once(hub: Hub) -> None:
    add_webhook(hub, "w", *KINDS)
    with hub.database.write() as session:
        allowing = select(Member).join(Consent).where(Consent.purpose == PROXIMITY).limit(1)
        member = session.scalars(allowing).one()
        assert [withdraw(hub, session, member, PROXIMITY) for _ in range(2)] == [True, False]

    (told,) = _list_told(hub)
    assert (told["type"], told["data"]) == (
        "kiosk.consent.withdrawn",
        {"member": member.key, "purpose": PROXIMITY},
    )


def test_each_webhook_is_told_of_its_own_kinds_under_an_id_of_its_own(hub: Hub) -> None:
    add_webhook(hub, "all", *KINDS)
    add_webhook(hub, "kept", BOOKMARK_KEPT)
    add_webhook(hub, "other", KINDS[1])
    _keep(hub)
    told = {name: _list_told(hub, name) for name in ("all", "kept", "other")}

    assert [len(events) for events in told.values()] == [1, 1, 0]
    assert told["all"][0]["id"] != told["kept"][0]["id"]
    assert told["all"][0]["source"] == f"/stores/{STORE}"


def test_what_is_not_kept_is_not_announced(hub: Hub) -> None:
    add_webhook(hub, "w", *KINDS)

    class Undone(Exception):
        pass

    def keep_and_fail() -> None:
        with hub.database.write() as session:
            keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))
            raise Undone

    with pytest.raises(Undone):
        keep_and_fail()
    assert _list_told(hub) == []
