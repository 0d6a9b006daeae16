"""A coupon and who signs it, made once."""

import pytest

from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.apple.try_signer import make_try_signer
from kiosk.hub.wallet.coupon import Coupon, Side
from tests.hub.running import NOW

SIDES = {
    "de": Side("Steinzeugbecher", "Von Hand gedreht.", "22,90 €", "inkl. MwSt."),
    "en": Side("Stoneware mug", 'Thrown "by hand".\nReally.', "€22.90", "incl. VAT"),
}


@pytest.fixture(scope="session")
def signer() -> Signer:
    return make_try_signer(NOW)


@pytest.fixture
def coupon() -> Coupon:
    return Coupon(
        serial="serial-1",
        token="t" * 64,
        code="K7Q42MFX",
        spoken_code="K7Q4 2MFX",
        offer="o mug/1",
        store="Kleine Freude",
        language="de",
        sides=SIDES,
        page="https://hub.example/c/secret",
    )
