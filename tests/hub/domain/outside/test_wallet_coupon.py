from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import release_coupon
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.domain.outside.wallet_coupon import find_change, find_state, make_pass_token, state_coupon, state_void
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.catalogue.price import Price
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from kiosk.hub.wallet.coupon import State
from kiosk.hub.wallet.wallets import NO_WALLETS
from tests.hub.in_wallets import PUBLIC_URL, give_wallets, put_in_wallet
from tests.hub.running import NOW, Dial

_MINUTE = timedelta(minutes=1)


def test_a_coupon_says_what_was_kept_in_both_languages(hub: Hub) -> None:
    hub = give_wallets(hub, NO_WALLETS)
    serial = put_in_wallet(hub, language="en")
    with hub.database.read() as session:
        coupon = state_coupon(hub, session, session.get_one(WalletCoupon, serial))
        code = session.get_one(Bookmark, "b").redeem_code

    assert (coupon.code, coupon.spoken_code, coupon.store) == (code, format_code(code), "Kleine Freude")
    assert (coupon.language, coupon.side.title, coupon.side.price) == ("en", "Stoneware mug", "€22.90")
    assert coupon.sides["de"].title == "Steinzeugbecher"
    assert coupon.sides["de"].terms.splitlines()[-1] == "inkl. MwSt."
    assert coupon.page is not None
    assert coupon.page.startswith(f"{PUBLIC_URL}/c/")
    assert coupon.picture is not None
    assert coupon.picture_url == f"{PUBLIC_URL}/v1/media/{coupon.picture.name}"


def test_a_void_pass_says_nothing_of_what_it_was_for(hub: Hub) -> None:
    with hub.database.read() as session:
        coupon = state_void(session, "s", "Kleine Freude", "de")

    assert (coupon.code, coupon.offer, coupon.page, coupon.until) == ("", "", None, None)
    assert (coupon.serial, coupon.state, coupon.side.title) == ("s", "void", "Gelöscht")


def test_a_picture_that_google_could_not_fetch_is_not_told(hub: Hub) -> None:
    serial = put_in_wallet(hub)
    with hub.database.read() as session:
        coupon = state_coupon(hub, session, session.get_one(WalletCoupon, serial))

    assert coupon.picture_url is None


def test_every_pass_has_a_secret_of_its_own_that_stays(hub: Hub) -> None:
    with hub.database.read() as session:
        first, again, other = (make_pass_token(session, serial) for serial in ("one", "one", "two"))

    assert first == again != other
    assert len(first) == 64


def _redeem(hub: Hub, session: Session, bookmark: Bookmark) -> None:
    redeem_bookmark(hub, session, bookmark)


def _release(hub: Hub, session: Session, bookmark: Bookmark) -> None:
    release_coupon(session, bookmark, hub.now())


def _expire(hub: Hub, _: Session, bookmark: Bookmark) -> None:
    bookmark.expires_at = bookmark.due_at = hub.now()


@pytest.mark.parametrize(("end", "state"), [(_redeem, "redeemed"), (_release, "lapsed"), (_expire, "lapsed")])
def test_a_coupon_stands_as_its_life_says(
    end: Callable[[Hub, Session, Bookmark], None], state: State, hub: Hub
) -> None:
    put_in_wallet(hub)
    with hub.database.write() as session:
        bookmark = session.get_one(Bookmark, "b")
        before = find_state(bookmark, NOW)
        end(hub, session, bookmark)

        assert (before, find_state(bookmark, NOW)) == ("open", state)


def test_a_pass_changed_when_it_was_made_redeemed_or_at_another_price(hub: Hub, dial: Dial) -> None:
    serial = put_in_wallet(hub)
    with hub.database.write() as session:
        session.add(Price(offer_id="o-mug", since=NOW + _MINUTE, amount=Decimal("19.90")))
    moments: list[datetime] = []
    for _ in range(3):
        with hub.database.write() as session:
            kept = session.get_one(WalletCoupon, serial)
            if dial.time > NOW + _MINUTE:
                redeem_bookmark(hub, session, session.get_one(Bookmark, "b"))
            moments.append(find_change(hub, session, kept))
        dial.turn(_MINUTE)

    assert moments == [NOW, NOW + _MINUTE, NOW + 2 * _MINUTE]
