"""Messages of real gateways, out of their own documentation, tests and issues, with what each of them means.

A row names its peer, topic (null: unknown), payload and source. `expect` is one observation, `expect_all` are several;
`kind` is `ignore` where the message is no evidence. Devices and zones agree without case and separators.
"""

from pathlib import Path

from msgspec import Struct
from msgspec.json import decode

from kiosk.contract.credential import normalise_proximity_id
from kiosk.proximity.observation import Ignored, Observation, Observed

_FOLDER = Path(__file__).parent.parent / "proximity" / "samples"


class Expected(Struct):
    device: str | None
    zone: str | None
    distance_m: float | None
    rssi: float | None
    kind: str


class Sample(Struct):
    peer: str
    topic: str | None
    payload: str
    expect: Expected
    expect_all: list[Expected] | None = None
    device_alt: list[str] = []
    encoding: str = "text"

    def __str__(self) -> str:
        return f"{self.peer} {self.topic} {self.payload[:40]}"

    @property
    def heard_on(self) -> str:
        return self.topic or ""

    @property
    def body(self) -> bytes:
        return bytes.fromhex(self.payload) if self.encoding == "hex" else self.payload.encode()


def read_samples(*peers: str) -> list[Sample]:
    """All of these peers, or of all."""
    files = [_FOLDER / f"{peer}.jsonl" for peer in peers] or sorted(_FOLDER.glob("*.jsonl"))
    return [decode(line, type=Sample) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def agrees(observed: Observed, sample: Sample) -> bool:
    expected = [one for one in sample.expect_all or [sample.expect] if one.kind != "ignore"]
    if isinstance(observed, Ignored):
        return not expected
    return len(observed) == len(expected) and all(
        _agrees(*pair, set(sample.device_alt)) for pair in zip(observed, expected, strict=True)
    )


def _agrees(seen: Observation, expected: Expected, also: set[str]) -> bool:
    devices = {_plain(expected.device), *(_plain(device) for device in also)}
    same_place = _plain(seen.device) in devices and _plain(seen.zone) == _plain(expected.zone)
    if expected.kind == "left":
        return same_place and seen.kind == "left"
    strengths = (seen.kind, seen.distance_m, seen.rssi)
    return same_place and strengths == (expected.kind, expected.distance_m, expected.rssi)


def _plain(name: str | None) -> str | None:
    return None if name is None else normalise_proximity_id(name)
