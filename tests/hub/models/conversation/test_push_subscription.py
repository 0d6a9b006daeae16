import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.conversation.push_subscription import (
    PushSubscription,
    forget_endpoint,
    forget_subscriptions,
    is_subscribed,
    list_readers,
    subscribe,
)
from kiosk.hub.models.members.credential import add_browser
from kiosk.hub.sample.shop import STORE
from tests.hub.thread import keep_mug


def _subscribe(session: Session, browser: str, endpoint: str) -> None:
    subscribe(session, PushSubscription(endpoint=endpoint, browser_hash=browser, p256dh="p", auth="a"))
    session.flush()


def test_a_browser_is_rung_at_one_address_only(hub: Hub) -> None:
    with hub.database.write() as session:
        _subscribe(session, "phone", "https://push.example/1")
        _subscribe(session, "phone", "https://push.example/2")
        _subscribe(session, "other", "https://push.example/2")

        assert session.scalar(select(func.count()).select_from(PushSubscription)) == 1
        assert (is_subscribed(session, "phone"), is_subscribed(session, "other")) == (False, True)


def test_who_may_read_the_page_is_rung_and_nobody_else(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    with hub.database.write() as session:
        for browser in ("phone", "own", "stranger"):
            _subscribe(session, browser, f"https://push.example/{browser}")
        open_claim(get_claim_of(session, bookmark.id), "phone", hub.now())
        add_browser(session, STORE, "own", bookmark.member_key)
        session.flush()

        found = [reader.browser_hash for reader in list_readers(session, bookmark.id, bookmark.member_key)]
    assert found == ["own", "phone"]


@pytest.mark.parametrize("by_address", [True, False])
def test_a_forgotten_subscription_rings_nobody(hub: Hub, *, by_address: bool) -> None:
    with hub.database.write() as session:
        _subscribe(session, "phone", "https://push.example/1")
        if by_address:
            forget_endpoint(session, "https://push.example/1")
        else:
            forget_subscriptions(session, "phone")

        assert not is_subscribed(session, "phone")
