"""The address at which a phone saves a coupon that is with Google already.

Source: Google Wallet, "Issue passes with the Web, email or SMS": a signed JWT behind the address, at most 1,800
characters long. So it tells the object's id alone.
"""

from datetime import datetime
from typing import Any

from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.wallet.google.account import Account
from kiosk.hub.wallet.google.objects import name_class, name_object

SAVE = "https://pay.google.com/gp/v/save/"
MOST_LETTERS = 1800


def link_save(account: Account, coupon: Coupon, now: datetime) -> str:
    """The address."""
    named = {"id": name_object(coupon, account.issuer), "classId": name_class(coupon, account.issuer)}
    claims: dict[str, Any] = {
        "aud": "google",
        "typ": "savetowallet",
        "iat": int(now.timestamp()),
        "origins": [],
        "payload": {"offerObjects": [named]},
    }
    return SAVE + account.sign(claims)
