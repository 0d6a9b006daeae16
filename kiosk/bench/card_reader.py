"""A card reader in this process, below the real nfcpy: what is measured is nfcpy and the screen, not a cable."""

import errno
import os
from typing import cast

import nfc
import nfc.clf

from kiosk.nfc.ports import Frontend
from kiosk.shop.card import Talk, make_sticker

MEMBER = "vitrine:bench"
_FRAME_BYTES = 290
_POLL_A = b"\x26"
_CASCADE = 0x04
"""The bit of a card's answer to a select that says: the UID goes on."""


class CardReader:
    """Has what nfcpy asks of its drivers (`nfc.clf.device.Device`), for cards of type A."""

    def __init__(self) -> None:
        self._talk: Talk | None = None
        self._is_there = True

    def open_frontend(self, _path: str) -> Frontend:
        """What nfcpy does where a reader is plugged in. Raises `OSError` where none is."""
        self._answer()
        frontend = nfc.ContactlessFrontend()
        frontend.device = self
        return cast("Frontend", frontend)

    def put(self, uid: bytes) -> None:
        """Put a member's key ring with this 7-byte UID into the field."""
        self._talk = make_sticker(uid, MEMBER).begin()

    def take_away(self) -> None:
        """Leave the field empty."""
        self._talk = None

    def pull_out(self) -> None:
        """Whoever asks for something hears from the system that there is no reader."""
        self._is_there = False

    def plug_in(self) -> None:
        """Be there again."""
        self._is_there = True

    def sense_tta(self, _target: object) -> object:
        """Poll for a card of type A and select it (ISO 14443-3)."""
        self._answer()
        talk = self._talk
        sens_res = talk(_POLL_A) if talk else None
        if talk is None or sens_res is None:
            return None
        uid, sak = b"", _CASCADE
        for level in (b"\x93", b"\x95"):
            if sak & _CASCADE:
                part = talk(level + b"\x20") or b""
                sak = (talk(level + b"\x70" + part) or b"\0")[0]
                uid += part[1:4] if sak & _CASCADE else part[:4]
        return nfc.clf.RemoteTarget(
            "106A", sens_res=bytearray(sens_res), sdd_res=bytearray(uid), sel_res=bytearray([sak])
        )

    def sense_ttb(self, _target: object) -> object:
        """There is never a card of type B."""
        return None

    def sense_ttf(self, _target: object) -> object:
        """There is never a FeliCa card."""
        return None

    def send_cmd_recv_rsp(self, _target: object, data: bytes, _timeout: float) -> bytearray:
        """Let the card answer."""
        answer = self._talk(bytes(data)) if self._talk else None
        if answer is None:
            raise nfc.clf.TimeoutError
        return bytearray(answer)

    def get_max_send_data_size(self, _target: object) -> int:
        """Bytes to a card in one frame."""
        return _FRAME_BYTES

    def get_max_recv_data_size(self, _target: object) -> int:
        """Bytes from a card in one frame."""
        return _FRAME_BYTES

    def mute(self) -> None:
        """The field may stay on."""

    def turn_off_led_and_buzzer(self) -> None:
        """There is none."""

    def close(self) -> None:
        """There is nothing to let go of."""

    def _answer(self) -> None:
        if not self._is_there:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
