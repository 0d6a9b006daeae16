"""Reads a capture: what a broker carried and when, a message a line, as `mosquitto_sub -F %J` or `-F %j` writes it."""

from datetime import datetime

from msgspec import Raw, Struct
from msgspec.json import Decoder

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.proximity.observation import Ignored

NOT_A_LINE = Ignored("not a line of JSON with tst, topic and payload", broken=True)
STALE = Ignored("retained, so it was stale when it came")


class Caught(Struct, frozen=True):
    """One message; `at_s` is when it arrived, in seconds since 1970."""

    at_s: float
    topic: str
    payload: bytes


class _Line(Struct):
    tst: str
    topic: str
    payload: Raw
    retain: int | bool = 0


_decoder = Decoder(_Line)
_text = Decoder(str)


def read_caught(line: bytes) -> Caught | Ignored:
    """The message of a line `{"tst", "topic", "payload"}`; the payload is a text, or JSON as it stands."""
    try:
        found = _decoder.decode(line)
        at_s = _read_time(found.tst)
        payload = bytes(found.payload)
        payload = _text.decode(payload).encode() if payload.startswith(b'"') else payload
    except (*JSON_FLAWS, ValueError, OverflowError):
        return NOT_A_LINE
    return STALE if found.retain else Caught(at_s, found.topic, payload)


def _read_time(text: str) -> float:
    """Seconds since 1970; mosquitto_sub of mosquitto 2.0 writes a Z before the offset, which is what counts."""
    return datetime.fromisoformat(text.replace("Z+", "+").replace("Z-", "-")).timestamp()
