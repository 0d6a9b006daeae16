from datetime import timedelta
from typing import Any

import pytest

from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.wallet.doctor.content import check_content, read_content
from tests.hub.running import NOW
from tests.hub.wallet.doctor.packages import make_files


@pytest.fixture
def told(coupon: Coupon, signer: Signer) -> dict[str, Any]:
    """A good `pass.json`."""
    told = read_content(make_files(coupon, signer)["pass.json"])
    assert told
    return told


def _list(told: dict[str, Any]) -> list[str]:
    return [finding.text for finding in check_content(told, NOW)]


def test_what_the_hub_writes_is_good(told: dict[str, Any]) -> None:
    assert _list(told) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"[1]", b"{,}", b"\xff", b'{"a": NaN}', b"[" * 100_000, b'{"a":' + b"[" * 30_000 + b"]" * 30_000 + b"}"],
)
def test_what_is_no_object_is_none(content: bytes) -> None:
    assert read_content(content) is None


_FIELD = {"key": "a", "value": "b"}


_FLAWS: list[tuple[dict[str, Any], str]] = [
    ({"formatVersion": "1"}, "formatVersion in pass.json must be the number 1"),
    ({"description": ""}, "description is missing in pass.json"),
    ({"serialNumber": 5}, "serialNumber is missing in pass.json, or is no text"),
    ({"passTypeIdentifier": "com.example"}, "passTypeIdentifier must begin with 'pass.'"),
    ({"generic": {}}, "exactly one of"),
    ({"coupon": {"primaryFields": [{"key": "a"}]}}, "lacks its key or its value"),
    ({"coupon": {"primaryFields": [{"key": 1, "value": 2}]}}, "lacks its key or its value"),
    ({"coupon": {"primaryFields": [_FIELD], "backFields": [_FIELD]}}, "have the same key"),
    ({"barcodes": [{"format": "PKBarcodeFormatQR"}]}, "lacks its format, message or messageEncoding"),
    ({"barcodes": [{"format": "QR", "message": "", "messageEncoding": ""}]}, "format in pass.json is none of"),
    ({"barcodes": [{"format": [], "message": "", "messageEncoding": ""}]}, "format in pass.json is none of"),
    ({"labelColor": "#a8481f"}, "labelColor in pass.json is no colour such as rgb"),
    ({"webServiceURL": "http://hub.example"}, "webServiceURL in pass.json must begin with https://"),
    ({"authenticationToken": "short"}, "authenticationToken in pass.json must have at least 16 letters"),
    ({"webServiceURL": None, "authenticationToken": None}, "The pass will never be updated"),
    ({"voided": True}, "says that it is void"),
    ({"expirationDate": "tomorrow"}, "expirationDate in pass.json is no time"),
    ({"expirationDate": "2026-11-22T10:00:00"}, "expirationDate in pass.json is no time with its offset"),
    ({"expirationDate": (NOW - timedelta(days=1)).isoformat()}, "The pass expired at 2026-11-21"),
]


@pytest.mark.parametrize(("members", "says"), _FLAWS)
def test_what_wallet_would_not_take_is_said(told: dict[str, Any], members: dict[str, Any], says: str) -> None:
    changed = {name: value for name, value in {**told, **members}.items() if value is not None}

    (found,) = _list(changed)
    assert says in found


@pytest.mark.parametrize("odd", [None, 5, "", [], {"a": 1}, [None, [1], {"key": {}}]])
def test_whatever_stands_in_it_the_doctor_does_not_stumble(told: dict[str, Any], odd: object) -> None:
    for name in told:
        _list({**told, name: odd})
    _list({**told, "coupon": {"primaryFields": odd}})
