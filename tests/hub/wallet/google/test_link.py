from msgspec.structs import replace

from kiosk.hub.wallet.coupon import Coupon, Side
from kiosk.hub.wallet.google.account import Account
from kiosk.hub.wallet.google.link import MOST_LETTERS, SAVE, link_save
from kiosk.hub.wallet.google.objects import name_object
from tests.doubles.google_wallet import EMAIL, PretendGoogle
from tests.hub.running import NOW
from tests.hub.wallet.google.conftest import ISSUER


def test_the_link_names_the_object_in_a_signed_word(coupon: Coupon, account: Account, google: PretendGoogle) -> None:
    link = link_save(account, coupon, NOW)
    claims = google.read(link.removeprefix(SAVE))

    assert (claims["iss"], claims["aud"], claims["typ"]) == (EMAIL, "google", "savetowallet")
    assert claims["iat"] == NOW.timestamp()
    assert [named["id"] for named in claims["payload"]["offerObjects"]] == [name_object(coupon, ISSUER)]


def test_the_link_is_short_however_much_the_offer_says(coupon: Coupon, account: Account) -> None:
    long = replace(
        coupon, serial="s" * 43, sides={"de": Side("T" * 200, "x" * 5000)}, page="https://hub.example/" + "p" * 500
    )

    assert len(link_save(account, long, NOW)) < MOST_LETTERS / 2
