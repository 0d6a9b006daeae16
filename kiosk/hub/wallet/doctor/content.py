"""Whether `pass.json` says what Wallet needs, in the form that it asks for.

Source: Apple's documentation "Wallet Passes": Pass, PassFields, Pass.Barcodes.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast

import msgspec

from kiosk.hub.wallet.doctor.finding import Finding, quote

_STYLES = ("boardingPass", "coupon", "eventTicket", "generic", "storeCard")
_NEEDED = ("passTypeIdentifier", "teamIdentifier", "serialNumber", "organizationName", "description")
_COLOURS = ("backgroundColor", "foregroundColor", "labelColor")
_COLOUR = re.compile(r"rgb\( *\d{1,3} *, *\d{1,3} *, *\d{1,3} *\)")
_PASS_TYPE = re.compile(r"pass\.[\w.-]+")
_BARCODES = {f"PKBarcodeFormat{name}" for name in ("QR", "PDF417", "Aztec", "Code128")}
_LEAST_TOKEN = 16
_Object = dict[str, Any]


def read_content(content: bytes) -> _Object | None:
    """`pass.json` as an object; `None`: it is none."""
    try:
        return msgspec.json.decode(content, type=_Object)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def check_content(told: _Object, now: datetime) -> Iterator[Finding]:
    """What is wrong with it at `now`."""
    if told.get("formatVersion") != 1:
        yield Finding("formatVersion in pass.json must be the number 1: set it.")
    for name in _NEEDED:
        if not isinstance(told.get(name), str) or not told[name]:
            yield Finding(f"{name} is missing in pass.json, or is no text: set it.")
    pass_type = told.get("passTypeIdentifier")
    if isinstance(pass_type, str) and pass_type and not _PASS_TYPE.fullmatch(pass_type):
        yield Finding("passTypeIdentifier must begin with 'pass.', such as pass.example.shop: take the certificate's.")
    yield from _check_style(told)
    yield from _check_barcodes(told)
    yield from _check_colours(told)
    yield from _check_service(told)
    yield from _check_times(told, now)


def _check_style(told: _Object) -> Iterator[Finding]:
    styles = [style for style in _STYLES if style in told]
    if len(styles) != 1:
        yield Finding(f"pass.json must have exactly one of {', '.join(_STYLES)}: it has {len(styles)}.")
        return
    fields = _list_fields(told[styles[0]])
    keys = [field.get("key") for field in fields]
    if any(not isinstance(key, str) or not key for key in keys) or any("value" not in field for field in fields):
        yield Finding("A field in pass.json lacks its key or its value: give each field both.")
    elif len(set(map(str, keys))) < len(keys):
        yield Finding("Two fields in pass.json have the same key: name each of them otherwise.")


def _list_fields(style: object) -> list[_Object]:
    groups = cast("_Object", style).values() if isinstance(style, dict) else ()
    return [field for group in groups for field in _list_objects(group)]


def _list_objects(group: object) -> list[_Object]:
    listed = cast("list[object]", group) if isinstance(group, list) else []
    return [cast("_Object", one) for one in listed if isinstance(one, dict)]


def _check_barcodes(told: _Object) -> Iterator[Finding]:
    barcodes = told.get("barcodes", [told["barcode"]] if "barcode" in told else [])
    for barcode in _list_objects(barcodes):
        if not {"format", "message", "messageEncoding"} <= barcode.keys():
            yield Finding("A barcode in pass.json lacks its format, message or messageEncoding: give it all three.")
        elif str(barcode["format"]) not in _BARCODES:
            yield Finding(f"A barcode's format in pass.json is none of {', '.join(sorted(_BARCODES))}: choose one.")


def _check_colours(told: _Object) -> Iterator[Finding]:
    for name in _COLOURS:
        if name in told and not (isinstance(told[name], str) and _COLOUR.fullmatch(told[name])):
            yield Finding(f"{name} in pass.json is no colour such as rgb(168, 72, 31): write it so.")


def _check_service(told: _Object) -> Iterator[Finding]:
    address, token = told.get("webServiceURL"), told.get("authenticationToken")
    if address is None and token is None:
        yield Finding("The pass will never be updated: it names no webServiceURL to ask.", is_fatal=False)
        return
    if not isinstance(address, str) or not address.startswith("https://"):
        yield Finding("webServiceURL in pass.json must begin with https://: phones ask no other address.")
    if not isinstance(token, str) or len(token) < _LEAST_TOKEN:
        yield Finding(f"authenticationToken in pass.json must have at least {_LEAST_TOKEN} letters: make a longer one.")


def _check_times(told: _Object, now: datetime) -> Iterator[Finding]:
    if told.get("voided") is True:
        yield Finding(
            "The pass says that it is void, so its barcode is struck: build another where it still counts.",
            is_fatal=False,
        )
    if "expirationDate" not in told:
        return
    until = _read_time(told["expirationDate"])
    if until is None:
        yield Finding("expirationDate in pass.json is no time with its offset, such as 2026-12-24T18:00:00+01:00.")
    elif until <= now:
        yield Finding(
            f"The pass expired at {quote(until.isoformat())}: Wallet puts it with the expired ones. Set it later."
        )


def _read_time(text: object) -> datetime | None:
    try:
        time = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return time if time.tzinfo else None
