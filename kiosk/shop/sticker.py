"""A sticker or key ring: an NXP NTAG213, NFC Forum Type 2."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.shop.anticollision import answer_anticollision, split_uid

_VERSION = bytes.fromhex("0004040201000F03")
_USER_BYTES = 144
_PAGES = 45
_NAK = b"\x00"


@dataclass(frozen=True, slots=True)
class Sticker:
    """An NTAG213 with a 7-byte UID that begins with 04; `message` is NDEF of at most 140 bytes, `None`: unformatted."""

    uid: bytes = field(repr=False)
    message: bytes | None = field(default=None, repr=False)
    technology: str = "106A"

    def begin(self) -> Callable[[bytes], bytes | None]:
        """Enter the field."""
        memory = write_memory(self.uid, self.message)
        return lambda frame: answer_anticollision(frame, self.uid, sak=0x00) or _answer(frame, memory)


def write_memory(uid: bytes, message: bytes | None) -> bytes:
    """The tag's pages of four bytes: UID, lock bytes, capability container, then the message as a TLV."""
    first, second = split_uid(uid)
    head = uid[:3] + first[-1:] + uid[3:] + second[-1:] + b"\x48\x00\x00"
    if message is None:
        return head.ljust(4 * _PAGES, b"\x00")
    container = bytes([0xE1, 0x10, _USER_BYTES // 8, 0x00])
    return (head + container + bytes([0x03, len(message)]) + message + b"\xfe").ljust(4 * _PAGES, b"\x00")


def _answer(frame: bytes, memory: bytes) -> bytes | None:
    match tuple(frame):
        case (0x60,):  # GET_VERSION
            return _VERSION
        case (0x30, page):  # READ
            return memory[4 * page :][:16].ljust(16, b"\x00") if page < _PAGES else _NAK
        case _:
            return None  # as the real one: falls silent at what it does not know
