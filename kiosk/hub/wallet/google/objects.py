"""A coupon as Google Wallet keeps it: the offer as a class that all who kept it share, and hers as an object of it.

Source of names and values: Google Wallet's REST reference, "offerclass" and "offerobject".
"""

import hashlib
from typing import Any

from kiosk.hub.wallet.brand import ACCENT, write_hex
from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.wallet.words import PASS_WORDS

_STATES = {"open": "ACTIVE", "redeemed": "COMPLETED", "lapsed": "EXPIRED", "void": "INACTIVE"}
_DIGITS = 32


def name_class(coupon: Coupon, issuer: str) -> str:
    """The class's id: an offer's own may hold letters that Google takes in none."""
    return f"{issuer}.{hashlib.sha256(coupon.offer.encode()).hexdigest()[:_DIGITS]}"


def name_object(coupon: Coupon, issuer: str) -> str:
    """The object's id."""
    return f"{issuer}.{coupon.serial}"


def state_class(coupon: Coupon, issuer: str) -> dict[str, Any]:
    """The offer, in all languages."""
    stated: dict[str, Any] = {
        "id": name_class(coupon, issuer),
        "issuerName": coupon.store,
        "provider": coupon.store,
        "title": coupon.side.title,
        "localizedTitle": _translate(coupon, {one: side.title for one, side in coupon.sides.items()}),
        "redemptionChannel": "INSTORE",
        "reviewStatus": "UNDER_REVIEW",
        "hexBackgroundColor": write_hex(ACCENT),
        "multipleDevicesAndHoldersAllowedStatus": "ONE_USER_ALL_DEVICES",
    }
    if coupon.side.text:
        stated["localizedDetails"] = _translate(coupon, {one: side.text for one, side in coupon.sides.items()})
    if coupon.side.terms:
        stated["localizedFinePrint"] = _translate(coupon, {one: side.terms for one, side in coupon.sides.items()})
    if coupon.picture_url:
        stated["titleImage"] = {"sourceUri": {"uri": coupon.picture_url}}
    return stated


def state_object(coupon: Coupon, issuer: str) -> dict[str, Any]:
    """What she kept, with the code for the till; open, redeemed or lapsed."""
    stated: dict[str, Any] = {
        "id": name_object(coupon, issuer),
        "classId": name_class(coupon, issuer),
        "state": _STATES[coupon.state],
        "barcode": {"type": "CODE_128", "value": coupon.code, "alternateText": coupon.spoken_code},
    }
    if coupon.until:
        stated["validTimeInterval"] = {"end": {"date": coupon.until.isoformat(timespec="seconds")}}
    if coupon.side.price:
        stated["textModulesData"] = [_state_price(coupon)]
    if coupon.page:
        stated["linksModuleData"] = {"uris": [_state_page(coupon, coupon.page)]}
    return stated


def _state_price(coupon: Coupon) -> dict[str, Any]:
    return {
        "id": "price",
        "localizedHeader": _translate(coupon, {one: PASS_WORDS[one].price for one in coupon.sides}),
        "localizedBody": _translate(coupon, {one: side.price for one, side in coupon.sides.items()}),
    }


def _state_page(coupon: Coupon, page: str) -> dict[str, Any]:
    said = {one: PASS_WORDS[one].conversation.format(store=coupon.store) for one in coupon.sides}
    return {"id": "page", "uri": page, "localizedDescription": _translate(coupon, said)}


def _translate(coupon: Coupon, said: dict[str, str]) -> dict[str, Any]:
    """A text in the language that the offer was kept in, and in the others."""
    texts = [{"language": language, "value": text} for language, text in sorted(said.items())]
    return {
        "defaultValue": {"language": coupon.language, "value": said[coupon.language]},
        "translatedValues": [text for text in texts if text["language"] != coupon.language],
    }
