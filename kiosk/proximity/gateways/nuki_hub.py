"""Nuki Hub: a list of all named devices near a door lock, every few seconds, one `address;name;strength` a line.

Source: technyon/nuki_hub, PresenceDetection.cpp. A device that has gone is missing from the list; so is one that was
not heard for a moment, and one for which there was no room: its absence says nothing here, and silence does.
"""

import re
from collections.abc import Iterable

from kiosk.proximity.advert import gather, observe_advert
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import NOBODY, UNREADABLE, parse_text

DEFAULT_TOPIC = "nuki/presence/devices"
"""As the hub comes; the user may set another prefix."""

_ROOT = "nuki/"
_SUFFIX = "/presence/devices"
_LINE = re.compile(r"((?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2});(?:[^;]*|.*;(-?[0-9]{0,3}))")
"""A name may hold anything, even the separator; the first versions told no strength."""


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """The hub's one list, which names no zone."""
    return (DEFAULT_TOPIC,)


def name_device(_topic: str) -> str | None:
    """No device: the list names them."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is a Nuki Hub's: by its topic, or by the shape of its first line."""
    if topic.startswith(_ROOT) or topic.endswith(_SUFFIX):
        return True
    first, _, _ = payload[:128].partition(b"\n")
    return _LINE.fullmatch(first.decode(errors="replace").strip()) is not None


def observe(topic: str, payload: bytes) -> Observed:
    """All devices in the list; the lock's own state and the hub's Wi-Fi are told elsewhere."""
    if topic and not topic.endswith(_SUFFIX):
        return Ignored("not about a device")
    text = parse_text(payload)
    if isinstance(text, Ignored):
        return text
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [match for match in map(_LINE.fullmatch, lines) if match]
    if not found:
        return UNREADABLE if lines else NOBODY
    return gather(_observe_line(match) for match in found)


def _observe_line(line: re.Match[str]) -> Observation | None:
    """Where the list tells no strength it only says who is in reach."""
    if not line[2]:
        return Observation(line[1], None, in_reach=True)
    return observe_advert(line[1], None, line[2])
