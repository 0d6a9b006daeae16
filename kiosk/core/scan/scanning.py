"""What was scanned here, and who is there whose basket it goes into."""

from msgspec import Struct

from kiosk.contract.instant import NEVER
from kiosk.contract.scan import Scan
from kiosk.core.glass.scene import Scanned


class Asked(Struct, frozen=True):
    """A scan of the `article` of this number that the loyalty API is asked about, until then, in monotonic seconds."""

    scan: Scan
    article: str
    until: float


class Found(Struct, frozen=True):
    """What came of that; it stays on the glass until then, in monotonic seconds."""

    scene: Scanned
    asked: Asked
    ends_at: float


class Guest(Struct, frozen=True):
    """Who tapped a card here: `by` what the loyalty API knows her again, until then, in monotonic seconds."""

    by: str
    until: float


class Scanning(Struct, frozen=True):
    """What lies under the scanner, step by step; a newer scan takes the place of an older one."""

    asked: Asked | None = None
    found: Found | None = None
    guest: Guest | None = None

    @property
    def wake_at(self) -> float:
        """When nobody has answered for too long, in monotonic seconds."""
        return self.asked.until if self.asked else NEVER
