"""Presence as it was or could be: a real capture, and what a tracker makes of sightings with its clock kept."""

import csv
from collections.abc import Iterable
from pathlib import Path

from msgspec.json import encode

from kiosk.proximity.gateways.espresense import observe
from kiosk.proximity.observation import Ignored
from kiosk.proximity.sighting import Sighting, make_sighting
from kiosk.proximity.tracker import Tracker
from kiosk.proximity.visit import Presence

_CAPTURE = Path(__file__).parent.parent / "proximity" / "captures" / "still.csv"

ZONES = (
    *("basement", "bathroom", "dining", "family", "garage", "laundry", "master"),
    *("office", "office_alt", "upstairs_hallway"),
)


def read_still_capture(*zones: str) -> list[Sighting]:
    """40 s in which ten nodes hear one watch that lies still, 0.4 m from `office_alt`.

    Measured by ESPresense nodes in 2023, from the capture that ESPresense-companion tests itself with.
    """
    with _CAPTURE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["room"] in zones]
    return [_take(row["room"], float(row["seconds"]), row) for row in rows]


def _take(room: str, heard_at: float, row: dict[str, str]) -> Sighting:
    observed = observe(f"espresense/devices/watch/{room}", encode(row))
    assert not isinstance(observed, Ignored)
    return make_sighting("s", room, observed[0], heard_at)


def play(tracker: Tracker, sightings: Iterable[Sighting]) -> list[tuple[float, Presence]]:
    """Each event with its time, ticks made when the tracker asks for them; at the end all fall silent."""
    events: list[tuple[float, Presence]] = []
    for sighting in sightings:
        events += _tick_until(tracker, sighting.heard_at)
        events += [(sighting.heard_at, event) for event in tracker.observe(sighting)]
    return events + _tick_until(tracker, float("inf"))


def _tick_until(tracker: Tracker, end: float) -> list[tuple[float, Presence]]:
    events: list[tuple[float, Presence]] = []
    while (due := tracker.next_due()) is not None and due <= end:
        events += [(due, event) for event in tracker.tick(due)]
    return events
