"""What the hub needs of whatever speaks with electronic labels."""

from datetime import datetime
from typing import Protocol

from msgspec import Struct

from kiosk.errors import KioskError


class AccessPointAway(KioskError):
    """It did not answer, or not now: to be tried again. The text says what it did instead, and what to look at."""

    def __init__(self, instead: str) -> None:
        super().__init__(
            f"the labels' access point {instead}: see that it is on, and that --access-point is its address"
        )


class LabelRefused(KioskError):
    """No picture is taken for a label; the text says why."""


class Panel(Struct, frozen=True):
    """What can be seen of a label: pixels, and whether it has red beside black and white."""

    width: int
    height: int
    has_red: bool


class Sighting(Struct, frozen=True):
    """How a label is, as the access point knows it: `mac` are its 16 hex digits.

    `seen_at` is when it spoke last, `next_at` when it is to speak again; `waits`: a picture has not been fetched yet.
    """

    mac: str
    kind: int
    seen_at: datetime | None
    next_at: datetime | None
    waits: bool
    battery_mv: int | None


class AccessPoint(Protocol):
    """All of it raises `AccessPointAway`."""

    def list_sightings(self) -> list[Sighting]:
        """All labels that it knows."""
        ...

    def find_panel(self, kind: int) -> Panel | None:
        """The panel of this kind of label; `None`: it is none that something can be drawn for."""
        ...

    def send_picture(self, mac: str, jpeg: bytes) -> None:
        """Have the label show it as soon as it listens. Raises `LabelRefused`."""
