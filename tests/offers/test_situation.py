from msgspec.structs import replace

from kiosk.contract.shopper import PROXIMITY, Shopper
from tests.doubles.shop_floor import make_shopper
from tests.offers.test_eligibility import SITUATION


def test_rules_may_ask_about_a_shopper_who_consented_to_personal_offers() -> None:
    anna = make_shopper("anna", "a")

    assert replace(SITUATION, shopper=anna).person == anna


def test_without_that_consent_she_is_anybody() -> None:
    shopper = Shopper("s", segments=frozenset({"a"}), consents=frozenset({PROXIMITY}))

    assert replace(SITUATION, shopper=shopper).person is None
    assert replace(SITUATION, shopper=None).person is None
