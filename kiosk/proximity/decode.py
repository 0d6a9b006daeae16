"""Says of messages, one a line, what the kiosk reads in them: to try out a gateway before it is trusted."""

from collections.abc import Mapping
from typing import Literal

from msgspec import UNSET, Struct, UnsetType
from msgspec.json import Decoder, encode

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.proximity.observation import Ignored, Kind, Observed
from kiosk.proximity.profile import Profile
from kiosk.proximity.recognition import UNKNOWN, name_peer

AUTO = "auto"


class _Line(Struct):
    """`encoding` says how the payload's bytes are written."""

    payload: str
    topic: str | None = None
    encoding: Literal["text", "hex"] = "text"


class _Seen(Struct):
    device: str | None
    zone: str | None
    distance_m: float | None
    rssi: float | None
    kind: Kind


class _Answer(Struct):
    profile: str | None
    sightings: list[_Seen]
    ignored: str | UnsetType = UNSET


_decoder = Decoder(_Line)
_BROKEN = "not a line of JSON with topic and payload as text"


class LineDecoder:
    """Answers lines of JSON by lines of JSON, whatever they hold.

    `name` is that of one of `profiles`, or `auto`, which finds it out for each message.
    """

    def __init__(self, name: str, profiles: Mapping[str, Profile]) -> None:
        self._name = name
        self._profiles = profiles

    def answer(self, line: bytes) -> bytes:
        """The answer to `{"topic", "payload"[, "encoding": "hex"]}`; any other line is refused in the same form."""
        try:
            asked = _decoder.decode(line)
            payload = bytes.fromhex(asked.payload) if asked.encoding == "hex" else asked.payload.encode()
        except (*JSON_FLAWS, ValueError):
            return encode(_Answer(None, [], _BROKEN))
        topic = asked.topic or ""
        name = name_peer(topic, payload) if self._name == AUTO else self._name
        observed = UNKNOWN if name is None else self._profiles[name].observe(topic, payload)
        return encode(_describe(name, observed))


def _describe(name: str | None, observed: Observed) -> _Answer:
    if isinstance(observed, Ignored):
        return _Answer(name, [], observed.reason)
    seen = [_Seen(one.device, one.zone, one.distance_m, one.rssi, one.kind) for one in observed]
    return _Answer(name, seen)
