from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.kept.redemption import count_redeemed, find_kept, redeem_bookmark
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW, Dial


def _keep(
    hub: Hub, name: str, *, screen: str | None = "window-1", tapped_at: datetime = NOW, language: str = "de"
) -> None:
    with hub.database.write() as session:
        tap = Tap(name, "f", "uid", A_HASH, tapped_at, language, screen=screen)
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)


def _redeem(hub: Hub, name: str) -> bool:
    with hub.database.write() as session:
        return redeem_bookmark(hub, session, session.get_one(Bookmark, name))


def _count(hub: Hub, screen: str) -> dict[str, dict[str, int]]:
    with hub.database.read() as session:
        return count_redeemed(session, STORE, screen)


def test_what_was_kept_is_found_by_its_id_and_by_its_code(hub: Hub) -> None:
    _keep(hub, "b")
    _keep(hub, "c")
    with hub.database.read() as session:
        code = session.get_one(Bookmark, "c").redeem_code
        found = [find_kept(session, said) for said in ("b", code, code.lower(), "nothing")]

    assert [bookmark and bookmark.id for bookmark in found] == ["b", "c", "c", None]


@pytest.mark.parametrize(("language", "phrase"), [("de", "gehört nun Ihnen"), ("en", "“Stoneware mug” is yours now")])
def test_a_redemption_is_noted_once_and_said_once(hub: Hub, dial: Dial, language: str, phrase: str) -> None:
    _keep(hub, "b", language=language)
    dial.turn(timedelta(days=2))
    redeemed_at = hub.now()
    first = _redeem(hub, "b")
    dial.turn(timedelta(days=1))
    second = _redeem(hub, "b")

    with hub.database.read() as session:
        bookmark = session.get_one(Bookmark, "b")
        texts = list(session.scalars(select(Message.text).where(Message.bookmark_id == "b").order_by(Message.id)))
    assert (first, second, bookmark.redeemed_at) == (True, False, redeemed_at)
    assert len(texts) == 2
    assert phrase in texts[1]


def test_each_screen_is_told_of_its_own_bookmarks_by_the_stores_hour_of_the_tap(hub: Hub) -> None:
    _keep(hub, "sunday")  # 10:00 in Berlin
    _keep(hub, "sunday-2", tapped_at=NOW + timedelta(minutes=5))
    _keep(hub, "monday", tapped_at=NOW + timedelta(days=1, hours=2))
    _keep(hub, "elsewhere", screen="window-2")
    _keep(hub, "on-a-phone", screen=None)
    _keep(hub, "never")
    for name in ("sunday", "sunday-2", "monday", "elsewhere", "on-a-phone"):
        _redeem(hub, name)

    assert _count(hub, "window-1") == {"o-mug": {"weekday-midday": 1, "weekend-morning": 2}}
    assert _count(hub, "window-2") == {"o-mug": {"weekend-morning": 1}}
