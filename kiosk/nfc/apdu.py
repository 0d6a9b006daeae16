"""Which frames may reach an ISO 14443-4 card: a bank card must never be asked for anything of its own."""

import re

_I_BLOCK = rb"[\x02\x03]"  # never chained: what we may say fits in one block
_PAYMENT = b"\xa0\x00\x00\x00"
"""How the names of payment applications begin (ISO 7816-5, EMV): in no frame, not even as a card's random number."""
_ALLOWED = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rb"\xe0.",  # RATS: wake up (type A)
        rb"\x1d.{8}",  # ATTRIB: wake up (type B)
        rb"[\xa2\xa3\xb2\xb3]",  # R-block: acknowledge, repeat, are you there
        rb"[\xf2\xf3].",  # S-block: yes, take more time
        _I_BLOCK + rb"\x00\xa4\x04\x00\x07\xd2\x76\x00\x00\x85\x01\x01\x00",  # SELECT the NDEF application, version 2
        _I_BLOCK + rb"\x00\xa4\x04\x00\x07\xd2\x76\x00\x00\x85\x01\x00",  # the same, version 1
        _I_BLOCK + rb"\x00\xa4\x00[\x00\x0c]\x02..",  # SELECT a file of it by its id
        _I_BLOCK + rb"\x00\xb0...",  # READ BINARY
    )
)


def is_allowed(frame: bytes) -> bool:
    """Whether the frame only asks for the NDEF application (NFC Forum Type 4 Tag, ISO 14443-4 blocks).

    No other application is ever selected, so READ BINARY can reach nothing but NDEF files.
    """
    return _PAYMENT not in frame and any(pattern.fullmatch(frame) for pattern in _ALLOWED)
