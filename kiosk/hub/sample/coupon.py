"""A coupon of the sample shop, by which passes are tried before there is a hub."""

from datetime import datetime, timedelta
from decimal import Decimal

from kiosk.hub.sample.shop import CURRENCY, PRODUCTS, STORE_NAME
from kiosk.hub.text.money import format_money
from kiosk.hub.text.words import choose_words
from kiosk.hub.wallet.coupon import Coupon, Side
from kiosk.hub.wallet.words import PASS_WORDS
from kiosk.places import find_shipped

_CODE, _SPOKEN = "K7Q42MFX", "K7Q4 2MFX"
_LIFE = timedelta(days=30)


def make_sample_coupon(now: datetime) -> Coupon:
    """The coupon of the first product, good for 30 days; no till knows its code."""
    product = PRODUCTS[0]
    amount = Decimal(product.prices[-1][1])
    sides = {
        language: Side(
            title=product.title[language],
            text=product.text[language],
            price=format_money(amount, CURRENCY, language),
            terms=choose_words(language).tax,
        )
        for language in PASS_WORDS
    }
    return Coupon(
        serial="try",
        token="",
        code=_CODE,
        spoken_code=_SPOKEN,
        offer=product.picture,
        store=STORE_NAME,
        language="en",
        sides=sides,
        until=now + _LIFE,
        picture=find_shipped("assets") / "pictures" / f"{product.picture}-landscape.webp",
    )
