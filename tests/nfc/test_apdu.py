"""Only the NDEF application is ever asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.nfc.apdu import is_allowed

ALLOWED = {
    "RATS": "e080",
    "ATTRIB": "1d0102030400080100",
    "R(ACK)": "a2",
    "R(NAK)": "b3",
    "S(WTX)": "f201",
    "SELECT NDEF, version 2": "0200a4040007d276000085010100",
    "SELECT NDEF, version 1": "0300a4040007d2760000850100",
    "SELECT the capability container": "0200a4000c02e103",
    "SELECT a file, version 1": "0200a4000002e104",
    "READ BINARY": "0300b000020d",
}
REFUSED = {
    "SELECT the payment directory": "0200a404000e325041592e5359532e4444463031" + "00",
    "SELECT a Visa card": "0200a4040007a000000003101000",
    "SELECT a Mastercard": "0200a4040007a000000004101000",
    "READ RECORD": "0200b2010c00",
    "GET PROCESSING OPTIONS": "0280a8000002830000",
    "GET DATA": "0280ca9f3600",
    "UPDATE BINARY": "0200d600000100",
    "READ BINARY and more": "0200b000020d00a404",
    "ATTRIB to a card whose number is a payment application's name": "1d0000a00000000000",
    "a chained block": "1200a4040007d276000085010100",
    "DESFire GET VERSION": "0290600000" + "00",
    "nothing": "",
}


@pytest.mark.parametrize("frame", ALLOWED.values(), ids=list(ALLOWED))
def test_what_reads_ndef_may_pass(frame: str) -> None:
    assert is_allowed(bytes.fromhex(frame))


@pytest.mark.parametrize("frame", REFUSED.values(), ids=list(REFUSED))
def test_what_asks_for_anything_else_is_refused(frame: str) -> None:
    assert not is_allowed(bytes.fromhex(frame))


@given(st.binary(max_size=8), st.binary(min_size=2, max_size=11), st.binary(max_size=4))
def test_no_frame_that_names_a_payment_application_passes(head: bytes, tail: bytes, end: bytes) -> None:
    assert not is_allowed(head + b"\xa0\x00\x00\x00" + tail + end)
