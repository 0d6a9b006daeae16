"""`pass.json` and the `pass.strings` beside it: what Apple Wallet prints, in the words of each language.

Source of names and values: Apple's documentation "Wallet Passes" (Pass, PassFields, Pass.Barcodes) and, for strings
files, "Creating the Source for a Pass".
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from kiosk.hub.wallet.brand import ACCENT, PAPER, write_rgb
from kiosk.hub.wallet.coupon import Coupon, State
from kiosk.hub.wallet.words import PASS_WORDS, PassWords

_FORMAT = 1
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})


class Issuer(Struct, frozen=True):
    """Who issues the pass: the certificate's pass type and team. `service` is where phones ask for updates of it.

    Without `service`, which must be https, a pass stays as it was installed.
    """

    pass_type: str
    team: str
    service: str | None = None


class _Line(Struct, frozen=True):
    """A field of the pass: its texts are translated, and `extras` tell how it is shown."""

    key: str
    label: str
    value: str
    extras: Mapping[str, str] = {}


def write_content(coupon: Coupon, issuer: Issuer) -> bytes:
    """`pass.json`, the same bytes for the same coupon; its texts are in the language that the offer was kept in."""
    return msgspec.json.encode(_state_pass(coupon, issuer), order="sorted")


def write_strings(coupon: Coupon) -> dict[str, bytes]:
    """A `pass.strings` for each language, by name: what stands in `pass.json`, said in that language."""
    own = list(_list_texts(coupon, coupon.language))
    return {
        f"{language}.lproj/pass.strings": _write_pairs(dict(zip(own, _list_texts(coupon, language), strict=True)))
        for language in sorted(coupon.sides)
    }


def _state_pass(coupon: Coupon, issuer: Issuer) -> dict[str, Any]:
    words = PASS_WORDS[coupon.language]
    groups = {**_list_front(coupon, coupon.language), "backFields": _list_back(coupon, coupon.language)}
    stated: dict[str, Any] = {
        "formatVersion": _FORMAT,
        "passTypeIdentifier": issuer.pass_type,
        "teamIdentifier": issuer.team,
        "serialNumber": coupon.serial,
        "organizationName": coupon.store,
        "description": words.coupon,
        "logoText": coupon.store,
        "backgroundColor": write_rgb(ACCENT),
        "foregroundColor": write_rgb(PAPER),
        "labelColor": write_rgb(PAPER),
        "suppressStripShine": True,
        "sharingProhibited": True,
        "voided": coupon.state != "open",
        "barcodes": [_state_barcode(coupon)] if coupon.code else [],
        "coupon": {name: [_state_field(line) for line in lines] for name, lines in groups.items()},
    }
    if coupon.until:
        stated["expirationDate"] = coupon.until.isoformat(timespec="seconds")
    if issuer.service:
        stated |= {"webServiceURL": issuer.service, "authenticationToken": coupon.token}
    return stated


def _state_barcode(coupon: Coupon) -> dict[str, str]:
    """A code that every till's scanner reads, and beside it what is said where there is none."""
    return {
        "format": "PKBarcodeFormatCode128",
        "message": coupon.code,
        "messageEncoding": "iso-8859-1",
        "altText": coupon.spoken_code,
    }


def _state_field(line: _Line) -> dict[str, str]:
    label = {"label": line.label} if line.label else {}
    return {"key": line.key, **label, "value": line.value, **line.extras}


def _list_front(coupon: Coupon, language: str) -> dict[str, list[_Line]]:
    words, side = PASS_WORDS[language], coupon.sides[language]
    price = _Line("price", words.price, side.price)
    title = _Line("title", words.offer, side.title)
    state = _Line("state", words.state, _say_state(coupon.state, words), {"changeMessage": words.changed})
    until = _Line("until", words.until, coupon.until.isoformat(timespec="seconds") if coupon.until else "")
    dated = msgspec.structs.replace(until, extras={"dateStyle": "PKDateStyleMedium", "timeStyle": "PKDateStyleNone"})
    return {
        "primaryFields": _keep_said(price if side.price else _Line("title", "", side.title)),
        "secondaryFields": _keep_said(title) if side.price else [],
        "auxiliaryFields": _keep_said(state, dated),
    }


def _list_back(coupon: Coupon, language: str) -> list[_Line]:
    words, side = PASS_WORDS[language], coupon.sides[language]
    return _keep_said(
        _Line("about", words.about, side.text),
        _Line("how", words.how, words.how_text if coupon.code else ""),
        _Line("terms", words.terms, side.terms),
        _Line("page", words.conversation.format(store=coupon.store), coupon.page or ""),
    )


def _keep_said(*lines: _Line) -> list[_Line]:
    return [line for line in lines if line.value]


def _say_state(state: State, words: PassWords) -> str:
    return {"open": "", "redeemed": words.redeemed, "lapsed": words.lapsed, "void": words.void}[state]


def _list_texts(coupon: Coupon, language: str) -> Iterator[str]:
    """All texts of the pass in this language, in the same order for each; dates are written by the phone."""
    yield PASS_WORDS[language].coupon
    for lines in (*_list_front(coupon, language).values(), _list_back(coupon, language)):
        for line in lines:
            yield line.label
            yield "" if "dateStyle" in line.extras else line.value
            yield line.extras.get("changeMessage", "")


def _write_pairs(pairs: Mapping[str, str]) -> bytes:
    lines = [f'"{key.translate(_ESCAPES)}" = "{value.translate(_ESCAPES)}";\n' for key, value in pairs.items() if key]
    return "".join(lines).encode()
