from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.wallet.google.account import Account
from kiosk.hub.wallet.google.link import SAVE
from kiosk.hub.wallet.google.objects import name_class, name_object
from kiosk.hub.wallet.google.service import GoogleUnreachable, GoogleWallet
from tests.doubles.google_wallet import PretendGoogle, make_key_text
from tests.hub.running import Dial
from tests.hub.wallet.google.conftest import ISSUER


@pytest.fixture
def dial() -> Dial:
    return Dial()


@pytest.fixture
def wallet(account: Account, google: PretendGoogle, dial: Dial) -> GoogleWallet:
    return GoogleWallet(account, dial.read, google.api)


def test_a_coupon_is_put_there_with_its_offer(wallet: GoogleWallet, google: PretendGoogle, coupon: Coupon) -> None:
    wallet.put(coupon)

    assert set(google.kept) == {
        f"offerClass/{name_class(coupon, ISSUER)}",
        f"offerObject/{name_object(coupon, ISSUER)}",
    }
    assert wallet.link(coupon).startswith(SAVE)


def test_what_is_there_already_is_brought_up_to_date(
    wallet: GoogleWallet, google: PretendGoogle, coupon: Coupon
) -> None:
    wallet.put(coupon)
    wallet.put(replace(coupon, store="Große Freude", state="redeemed"))

    kept = {name.split("/")[0]: stated for name, stated in google.kept.items()}
    assert (kept["offerClass"]["provider"], kept["offerObject"]["state"]) == ("Große Freude", "COMPLETED")


def test_google_is_told_what_became_of_a_coupon(wallet: GoogleWallet, google: PretendGoogle, coupon: Coupon) -> None:
    wallet.put(coupon)
    wallet.tell(replace(coupon, state="lapsed"))

    assert google.kept[f"offerObject/{name_object(coupon, ISSUER)}"]["state"] == "EXPIRED"


def test_a_coupon_that_google_lost_is_nobodys_to_be_told_of(wallet: GoogleWallet, coupon: Coupon) -> None:
    wallet.tell(coupon)


def test_access_is_asked_for_once_until_it_ends(
    wallet: GoogleWallet, google: PretendGoogle, coupon: Coupon, dial: Dial
) -> None:
    wallet.put(coupon)
    dial.turn(timedelta(minutes=58))
    wallet.put(coupon)
    assert len(google.tokens) == 1
    dial.turn(timedelta(minutes=1, seconds=1))
    wallet.put(coupon)
    assert len(google.tokens) == 2


def test_access_that_google_no_longer_knows_is_asked_for_anew(
    wallet: GoogleWallet, google: PretendGoogle, coupon: Coupon
) -> None:
    wallet.put(coupon)
    google.forget_tokens()
    wallet.put(coupon)

    assert len(google.tokens) == 2


def _fail(google: PretendGoogle) -> None:
    google.failing = 500


def _mistrust(google: PretendGoogle) -> None:
    google.key = make_key_text()


def _refuse_access(google: PretendGoogle) -> None:
    google.failing = 401


@pytest.mark.parametrize(
    ("trouble", "says"), [(_fail, "answered 500"), (_mistrust, "gives no access"), (_refuse_access, "answered 401")]
)
def test_what_google_does_not_take_is_said(
    trouble: Callable[[PretendGoogle], None], says: str, wallet: GoogleWallet, google: PretendGoogle, coupon: Coupon
) -> None:
    trouble(google)

    with pytest.raises(GoogleUnreachable, match=says):
        wallet.put(coupon)


def test_a_google_that_is_away_is_said(account: Account, coupon: Coupon, dial: Dial) -> None:
    nowhere = GoogleWallet(account, dial.read, "http://127.0.0.1:1")

    with pytest.raises(GoogleUnreachable, match="cannot be reached"):
        nowhere.put(coupon)
