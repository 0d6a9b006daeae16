"""The cards that shoppers carry, for the pretend reader's field; each kind has its own file and says how it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.shop.felica import Felica
from kiosk.shop.smartcard import SmartCard
from kiosk.shop.sticker import Sticker

Talk = Callable[[bytes], bytes | None]
"""What a card answers to a frame (without its check sum); `None` is silence."""


class PretendCard(Protocol):
    """A card that can be put into a `PretendReaderField`."""

    @property
    def technology(self) -> str:
        """Bit rate and technology that it is polled by: `106A` or `212F`."""
        ...

    def begin(self) -> Talk:
        """Enter the field: the card forgets all that was."""
        ...


@dataclass(frozen=True, slots=True)
class TornCard:
    """A card that is taken away after it answered so many frames."""

    card: PretendCard
    frames: int

    @property
    def technology(self) -> str:
        """As the card's own."""
        return self.card.technology

    def begin(self) -> Talk:
        """Answer like the card, until the frames are used up."""
        talk = self.card.begin()
        left = iter(range(self.frames))
        return lambda frame: None if next(left, None) is None else talk(frame)


def make_sticker(uid: bytes, member: str | None = None) -> Sticker:
    """A key ring or sticker with a 7-byte UID, and with a member's URI if it has one."""
    return Sticker(uid, write_uri(member) if member else None)


def make_felica(idm: bytes, member: str | None = None) -> Felica:
    """A FeliCa card with an 8-byte id, and with a member's URI if it has one."""
    return Felica(idm, write_uri(member) if member else b"")


def make_sun_card(uid: bytes, url: str) -> SmartCard:
    """An NTAG 424 DNA: its URL is another one at each tap."""
    return SmartCard(uid, write_uri(url))


def make_bank_card(uid: bytes) -> SmartCard:
    """A payment card: ISO 14443-4, and no NDEF application."""
    return SmartCard(uid)


def make_phone(uid: bytes) -> SmartCard:
    """A phone: its 4-byte UID begins with 08 and is another one at each tap."""
    return SmartCard(uid, sak=0x60)


def write_uri(uri: str) -> bytes:
    """An NDEF message of one short URI record without abbreviation; the URI has at most 254 bytes."""
    payload = b"\x00" + uri.encode()
    return bytes([0xD1, 1, len(payload)]) + b"U" + payload
