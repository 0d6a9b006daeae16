"""Says of messages, one a line, what the kiosk reads in them: to try out a gateway before it is trusted."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import UNSET, Struct, UnsetType
from msgspec.json import Decoder, encode

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.proximity.lateness import LATE, Lateness
from kiosk.proximity.makes import ALL_MAKES
from kiosk.proximity.observation import Ignored, Kind, Observed
from kiosk.proximity.profile import Profile
from kiosk.proximity.recognition import UNKNOWN, name_peer


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
    """`late` is why a screen that heard this message now would pass over some of what it says."""

    profile: str | None
    sightings: list[_Seen]
    ignored: str | UnsetType = UNSET
    late: str | UnsetType = UNSET


_decoder = Decoder(_Line)
_BROKEN = "not a line of JSON with topic and payload as text"


class LineDecoder:
    """Answers lines of JSON by lines of JSON, whatever they hold.

    `name` is that of one of `profiles`, or `auto`, which finds it out for each message. `tell_epoch` says when a line
    comes, in seconds since the epoch.
    """

    def __init__(self, name: str, profiles: Mapping[str, Profile], tell_epoch: Callable[[], float]) -> None:
        self._name = name
        self._profiles = profiles
        self._tell_epoch = tell_epoch
        self._lateness = Lateness()

    def answer(self, line: bytes) -> bytes:
        """The answer to `{"topic", "payload"[, "encoding": "hex"]}`; any other line is refused in the same form."""
        try:
            asked = _decoder.decode(line)
            payload = bytes.fromhex(asked.payload) if asked.encoding == "hex" else asked.payload.encode()
        except (*JSON_FLAWS, ValueError):
            return encode(_Answer(None, [], _BROKEN))
        topic = asked.topic or ""
        name = name_peer(topic, payload) if self._name == ALL_MAKES else self._name
        observed = UNKNOWN if name is None else self._profiles[name].observe(topic, payload)
        return encode(self._describe(name, topic, observed))

    def _describe(self, name: str | None, topic: str, observed: Observed) -> _Answer:
        if isinstance(observed, Ignored):
            return _Answer(name, [], observed.reason)
        seen = [_Seen(one.device, one.zone, one.distance_m, one.rssi, one.kind) for one in observed]
        come_at = self._tell_epoch()
        late = [one for one in observed if self._lateness.is_late(topic, one, come_at)]
        return _Answer(name, seen, late=LATE.reason if late else UNSET)
