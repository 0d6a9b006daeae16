from datetime import UTC, datetime, timedelta, timezone

from kiosk.hub.context import Hub
from kiosk.hub.domain.bookmark import Tap, keep_offer
from kiosk.hub.models.bookmark import count_bookmarks, find_bookmark, find_bookmark_by_code
from kiosk.hub.models.offer import Offer
from tests.hub.running import A_HASH, NOW


def test_a_bookmark_is_found_again_with_its_time_in_utc(hub: Hub) -> None:
    tapped_at = datetime(2026, 11, 22, 10, 0, 0, 123000, tzinfo=timezone(timedelta(hours=1)))
    with hub.database.write() as session:
        tap = Tap("b", "f", "uid", A_HASH, tapped_at, "de", screen="window-1", zone="home", impression="i")
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)

    with hub.database.read() as session:
        bookmark = find_bookmark(session, "b")

    assert bookmark
    assert (bookmark.tapped_at, bookmark.tapped_at.tzinfo) == (tapped_at, UTC)
    assert (bookmark.screen_id, bookmark.zone, bookmark.impression) == ("window-1", "home", "i")


def test_bookmarks_are_counted_by_offer(hub: Hub) -> None:
    with hub.database.write() as session:
        for name, offer in (("a", "o-mug"), ("b", "o-mug"), ("c", "o-lamp")):
            keep_offer(hub, session, session.get_one(Offer, offer), Tap(name, "f", "uid", A_HASH, NOW, "de"))

        assert count_bookmarks(session, ["o-mug", "o-vase"]) == {"o-mug": 2}


def test_a_bookmark_is_found_by_its_redeem_code(hub: Hub) -> None:
    with hub.database.write() as session:
        tap = Tap("b", "f", "uid", A_HASH, NOW, "de")
        bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)

        assert find_bookmark_by_code(session, bookmark.redeem_code) is bookmark
        assert find_bookmark_by_code(session, "") is None


def test_a_bookmark_that_there_is_not_is_none(hub: Hub) -> None:
    with hub.database.read() as session:
        assert find_bookmark(session, "b") is None
