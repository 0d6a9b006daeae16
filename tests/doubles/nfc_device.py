"""A reader driver in this process, below the real nfcpy: faults at will, and every frame on record."""

import errno
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

import nfc
import nfc.clf

from kiosk.nfc.guarded_driver import GuardedDriver
from kiosk.nfc.ports import Frontend, Tag
from kiosk.nfc.quiet import silence_libraries
from kiosk.nfc.reader import ALL_TARGETS
from kiosk.shop.card import PretendCard, Talk

_DEADLINE_S = 10.0
_POLL_F = bytes.fromhex("0600FFFF0100")
_POLL_B = bytes.fromhex("050010")


@dataclass
class ScriptedCard:
    """A card that answers what the test says."""

    talk: Talk
    technology: str = "106A"

    def begin(self) -> Talk:
        return self.talk


@dataclass
class PretendDevice:
    """Has what nfcpy asks of a `nfc.clf.device.Device`.

    `card` lies in the field, `fault` is raised by whatever nfcpy asks next, `frames` are all that a card heard,
    `attempts` how often it was opened.
    """

    card: PretendCard | None = None
    fault: Exception | None = None
    frames: list[bytes] = field(default_factory=list[bytes])
    waits: list[float] = field(default_factory=list[float])
    polls: int = 0
    attempts: int = 0

    def __post_init__(self) -> None:
        self._talk: Talk = lambda _frame: None
        self._changed = threading.Condition()

    def open_frontend(self, _path: str) -> Frontend:
        """What `nfc.ContactlessFrontend(path)` does where the reader is plugged in."""
        self.attempts += 1
        self._raise_fault()
        frontend = nfc.ContactlessFrontend()
        frontend.device = self
        return cast("Frontend", frontend)

    def unplug(self) -> None:
        self.fault = OSError(errno.ENODEV, "gone")

    def plug_in(self) -> None:
        self.fault = None

    def await_polls(self, count: int) -> None:
        """Wait until the reader has looked for a card so many times more."""
        goal = self.polls + count
        self._await(lambda: self.polls >= goal)

    def await_frames(self, count: int) -> None:
        """Wait until cards have heard so many frames more."""
        goal = len(self.frames) + count
        self._await(lambda: len(self.frames) >= goal)

    def sense_tta(self, _target: object) -> object:
        talk = self._poll("106A")
        sens_res = talk(b"\x26") if talk else None
        if talk is None or sens_res is None:
            return None
        uid, sak = b"", 0x04
        for level in (b"\x93", b"\x95"):
            if sak & 0x04:
                part = talk(level + b"\x20") or b""
                sak = (talk(level + b"\x70" + part) or b"\0")[0]
                uid += part[1:4] if sak & 0x04 else part[:4]
        return nfc.clf.RemoteTarget(
            "106A", sens_res=bytearray(sens_res), sdd_res=bytearray(uid), sel_res=bytearray([sak])
        )

    def sense_ttb(self, _target: object) -> object:
        talk = self._poll("106B")
        answer = talk(_POLL_B) if talk else None
        return nfc.clf.RemoteTarget("106B", sensb_res=bytearray(answer)) if answer else None

    def sense_ttf(self, _target: object) -> object:
        talk = self._poll("212F")
        answer = talk(_POLL_F) if talk else None
        return nfc.clf.RemoteTarget("212F", sensf_res=bytearray(answer[1:])) if answer else None

    def send_cmd_recv_rsp(self, _target: object, data: bytes, timeout: float) -> bytearray:
        self._raise_fault()
        with self._changed:
            self.frames.append(bytes(data))
            self.waits.append(timeout)
            self._changed.notify_all()
        answer = self._talk(bytes(data)) if self.card else None
        if answer is None:
            raise nfc.clf.TimeoutError
        return bytearray(answer)

    def get_max_send_data_size(self, _target: object) -> int:
        return 290

    def get_max_recv_data_size(self, _target: object) -> int:
        return 290

    def mute(self) -> None:
        self._raise_fault()

    def turn_off_led_and_buzzer(self) -> None:
        pass

    def close(self) -> None:
        self._raise_fault()

    def _poll(self, technology: str) -> Talk | None:
        self._raise_fault()
        with self._changed:
            self.polls += 1
            self._changed.notify_all()
        card = self.card
        if card is None or card.technology != technology:
            return None
        self._talk = card.begin()
        return self._talk

    def _raise_fault(self) -> None:
        if self.fault is not None:
            raise self.fault

    def _await(self, is_reached: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(is_reached, _DEADLINE_S)


def _take_any(_target: object) -> bool:
    return True


def _keep_none(_tag: object) -> bool:
    return False  # nfcpy then returns the tag instead of waiting for its leaving


def activate_card(device: PretendDevice) -> Tag:
    """The tag that nfcpy hands to on-connect for the card in the device's field."""
    silence_libraries()
    frontend = device.open_frontend("usb")
    frontend.device = GuardedDriver(device, time.monotonic)
    rdwr: dict[str, object] = {"targets": ALL_TARGETS, "on-discover": _take_any, "on-connect": _keep_none}
    return cast("Tag", frontend.connect(rdwr=rdwr, terminate=lambda: False))
