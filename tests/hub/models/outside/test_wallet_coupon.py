from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.wallet_coupon import find_wallet_coupon, list_untold, make_wallet_coupon
from tests.hub.running import A_HASH, NOW

_LATER = NOW + timedelta(hours=1)


def _keep(hub: Hub, session: Session) -> Bookmark:
    return keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))


def test_a_bookmark_has_one_coupon_whichever_wallets_it_is_put_into(hub: Hub) -> None:
    with hub.database.write() as session:
        bookmark = _keep(hub, session)
        first = make_wallet_coupon(session, bookmark.id, "one", NOW)
        again = make_wallet_coupon(session, bookmark.id, "two", _LATER)

        assert (again.serial, first.made_at) == ("one", NOW)
        assert find_wallet_coupon(session, "one") is first
        assert find_wallet_coupon(session, "two") is None


@pytest.mark.parametrize("state", ["issued", "held"])
def test_a_coupon_that_is_good_is_no_news(hub: Hub, state: str) -> None:
    with hub.database.write() as session:
        bookmark = _keep(hub, session)
        bookmark.state, bookmark.expires_at = state, _LATER + timedelta(days=1)
        make_wallet_coupon(session, bookmark.id, "one", NOW)
        session.flush()

        assert list_untold(session, _LATER, 9) == []


@pytest.mark.parametrize("state", ["redeemed", "released", "expired", "issued"])
def test_a_coupon_that_is_over_is_news_until_that_was_told(hub: Hub, state: str) -> None:
    with hub.database.write() as session:
        bookmark = _keep(hub, session)
        kept = make_wallet_coupon(session, bookmark.id, "one", NOW)
        bookmark.state, bookmark.expires_at = state, _LATER
        session.flush()

        assert list_untold(session, _LATER, 9) == [kept]
        assert list_untold(session, _LATER, 0) == []
        kept.told_at = _LATER
        session.flush()
        assert list_untold(session, _LATER, 9) == []
