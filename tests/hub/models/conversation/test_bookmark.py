from datetime import UTC, datetime, timedelta, timezone

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import find_bookmark, find_bookmark_by_code, has_redeemed, list_due
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


def test_bookmarks_whose_state_has_ended_are_found_the_longest_due_first(hub: Hub) -> None:
    with hub.database.write() as session:
        for name, hours in (("late", 2), ("later", 1), ("never", None), ("ahead", -1)):
            tap = Tap(name, "f", "uid", A_HASH, NOW, "de")
            bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)
            bookmark.due_at = None if hours is None else NOW - timedelta(hours=hours)

        assert [bookmark.id for bookmark in list_due(session, NOW, 9)] == ["late", "later"]
        assert [bookmark.id for bookmark in list_due(session, NOW, 1)] == ["late"]


def test_whether_somebody_ever_bought_what_she_kept_is_known(hub: Hub) -> None:
    with hub.database.write() as session:
        tap = Tap("b", "f", "uid", A_HASH, NOW, "de")
        bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)
        before = has_redeemed(session, [bookmark.member_key])
        bookmark.redeemed_at = NOW

        assert (before, has_redeemed(session, [bookmark.member_key])) == (False, True)


def test_a_bookmark_is_found_by_its_redeem_code(hub: Hub) -> None:
    with hub.database.write() as session:
        tap = Tap("b", "f", "uid", A_HASH, NOW, "de")
        bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)

        assert find_bookmark_by_code(session, bookmark.redeem_code) is bookmark
        assert find_bookmark_by_code(session, "") is None


def test_a_bookmark_that_there_is_not_is_none(hub: Hub) -> None:
    with hub.database.read() as session:
        assert find_bookmark(session, "b") is None
