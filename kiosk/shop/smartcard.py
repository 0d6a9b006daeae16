"""A card or phone that speaks ISO 14443-4, with NDEF (NFC Forum Type 4) or without (a bank card)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.shop.anticollision import answer_anticollision

_RATS = b"\xe0"
_ASK_AGAIN = (b"\xb2", b"\xb3")
"""R(NAK): repeat your last block, or say that you are there."""
_LAST_BLOCK = (b"\x02", b"\x03")
"""I-block that no other one follows."""
_ATS = bytes.fromhex("0578008002")
"""Frames of 256 bytes and a waiting time of 77 ms: with less, a busy machine looks like a card that left."""
_NDEF_APPLICATION = bytes.fromhex("D2760000850101")
_CONTAINER_FILE = b"\xe1\x03"
_MESSAGE_FILE = b"\xe1\x04"
_CONTAINER = bytes.fromhex("000F20003B00340406E104040000FF")

_OK = b"\x90\x00"
_NOT_FOUND = b"\x6a\x82"
_NOT_SUPPORTED = b"\x6d\x00"


@dataclass(frozen=True, slots=True)
class SmartCard:
    """An ISO 14443-4 type A card with a 4- or 7-byte UID; without `message` it has no NDEF application."""

    uid: bytes = field(repr=False)
    message: bytes | None = field(default=None, repr=False)
    sak: int = 0x20
    technology: str = "106A"

    def begin(self) -> Callable[[bytes], bytes | None]:
        """Enter the field."""
        return _Talk(self).answer


class _Talk:
    def __init__(self, card: SmartCard) -> None:
        self._card = card
        message = card.message or b""
        self._files = {_CONTAINER_FILE: _CONTAINER, _MESSAGE_FILE: len(message).to_bytes(2, "big") + message}
        self._selected = b""
        self._last_block = b"\xa3"

    def answer(self, frame: bytes) -> bytes | None:
        known = answer_anticollision(frame, self._card.uid, self._card.sak)
        if known is not None:
            return known
        if frame[:1] == _RATS:
            return _ATS
        if frame[:1] in _ASK_AGAIN:
            return self._repeat(frame[0] & 1)
        if frame[:1] in _LAST_BLOCK:
            self._last_block = frame[:1] + self._answer_apdu(frame[1:])
            return self._last_block
        return None

    def _repeat(self, number: int) -> bytes:
        """ISO 14443-4, rules 11 and 12: the last block if the number is its own, else an acknowledgement."""
        return self._last_block if self._last_block[0] & 1 == number else bytes([0xA2 | (1 - number)])

    def _answer_apdu(self, apdu: bytes) -> bytes:
        header = apdu[:4]
        if header == b"\x00\xa4\x04\x00":
            return _OK if self._card.message is not None and apdu[5:12] == _NDEF_APPLICATION else _NOT_FOUND
        if header[:2] == b"\x00\xa4":
            self._selected = self._files.get(apdu[5:7], b"")
            return _OK if self._selected else _NOT_FOUND
        if header[:2] == b"\x00\xb0":
            return self._selected[int.from_bytes(apdu[2:4], "big") :][: apdu[4]] + _OK
        return _NOT_SUPPORTED
