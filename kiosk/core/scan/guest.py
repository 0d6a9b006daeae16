"""Who is there while she scans: known by the card that she tapped here, and for no longer than she goes on."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.floor import Floor
from kiosk.core.scan.scanning import Guest

GUEST_S = 60.0
"""Who scans nothing for so long has gone, and what the next shopper scans is not hers."""


def expect_guest(floor: Floor, by: str, now: Instant) -> Floor:
    """She tapped, or scanned once more: what is scanned now is hers."""
    return replace(floor, scan=replace(floor.scan, guest=Guest(by, now.mono + GUEST_S)))


def find_guest(floor: Floor, now: Instant) -> str | None:
    """By what she is known whose scans these are; `None`: nobody's."""
    guest = floor.scan.guest
    return guest.by if guest and now.mono < guest.until else None
