"""Keeps what was heard in the last minutes, by make of gateway and by device, in bounds."""

import threading
from collections import Counter
from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.contract.credential import normalise_proximity_id
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.recognition import name_peer
from kiosk.proximity.secret_topics import holds_keys

MOST_ROWS = 500
MOST_NAMES = 50
UNKNOWN = "?"


class Row(Struct):
    """One device in one zone as one make of gateway tells it; times are monotonic seconds."""

    peer: str
    device: str
    last: Observation
    first_at: float
    last_at: float
    count: int = 0

    @property
    def rate(self) -> float:
        """Messages a second since it was heard first."""
        return (self.count - 1) / max(self.last_at - self.first_at, 1.0)


class Peer(Struct):
    """A make of gateway that was recognised: which zones it names, and its topics without the devices in them.

    `nameless` counts what it heard without saying where.
    """

    messages: int = 0
    nameless: int = 0
    zones: Counter[str] = field(default_factory=Counter[str])
    topics: Counter[str] = field(default_factory=Counter[str])


class Sniffer:
    """`label` makes of a device id what may be shown. `take` may run on another thread than the rest."""

    def __init__(self, label: Callable[[str], str]) -> None:
        self._label = label
        self._lock = threading.Lock()
        self._rows: dict[tuple[str, str, str | None], Row] = {}
        self._peers: dict[str, Peer] = {}

    def take(self, messages: list[tuple[bytes, bytes]], heard_at: float) -> bool:
        """Note what these messages say; those on topics that hold keys are not looked at. No frame waits for any."""
        with self._lock:
            for topic, payload in messages:
                name = topic.decode(errors="replace")
                if not holds_keys(name):
                    self._note(name, payload, heard_at)
        return False

    def list_rows(self) -> list[Row]:
        """Every device that was heard, the latest first."""
        with self._lock:
            return sorted(self._rows.values(), key=lambda row: -row.last_at)

    def list_peers(self) -> dict[str, Peer]:
        """Every make that was recognised by its name, and `UNKNOWN`."""
        with self._lock:
            return dict(self._peers)

    def _note(self, topic: str, payload: bytes, heard_at: float) -> None:
        name = name_peer(topic, payload)
        peer = self._peers.setdefault(name or UNKNOWN, Peer())
        peer.messages += 1
        observed = Ignored("") if name is None else PROFILES[name].observe(topic, payload)
        for observation in () if isinstance(observed, Ignored) else observed:
            _count(peer.topics, generalise(topic, observation))
            device = "somebody" if observation.device is None else self._label(observation.device)
            seen = _hide_device(observation, device)
            if seen.zone is not None:
                _count(peer.zones, seen.zone)
            elif seen.kind == "seen":
                peer.nameless += 1
            self._note_device(name or UNKNOWN, device, seen, heard_at)

    def _note_device(self, peer: str, device: str, seen: Observation, heard_at: float) -> None:
        row = self._rows.pop((peer, device, seen.zone), None) or Row(peer, device, seen, heard_at, heard_at)
        row.last, row.last_at = seen, heard_at
        row.count += 1
        self._rows[peer, device, seen.zone] = row
        if len(self._rows) > MOST_ROWS:
            del self._rows[next(iter(self._rows))]


def generalise(topic: str, observation: Observation) -> str:
    """The topic with `+` for each part that names the device, however it spells it."""
    names = _list_names(observation)
    return "/".join("+" if normalise_proximity_id(part) in names else part for part in topic.split("/"))


def _hide_device(observation: Observation, label: str) -> Observation:
    """The observation under `label` where its zone names the device: some topics end in the device, not in a room."""
    is_named = normalise_proximity_id(observation.zone or "") in _list_names(observation)
    return replace(observation, zone=label) if is_named else observation


def _list_names(observation: Observation) -> set[str]:
    """What the device is called, whole and by part, as `normalise_proximity_id` spells it."""
    names = (observation.device or "", *observation.aliases)
    return {normalise_proximity_id(part) for name in names for part in (name, *name.split("/"))} - {""}


def _count(counter: Counter[str], name: str) -> None:
    if name in counter or len(counter) < MOST_NAMES:
        counter[name] += 1
