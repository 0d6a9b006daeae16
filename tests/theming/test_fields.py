from msgspec import Struct

from kiosk.theming.fields import convert_table
from kiosk.theming.finding import Finding


class Room(Struct, forbid_unknown_fields=True):
    """A table."""

    height: float


def test_what_fits_is_converted_without_a_word() -> None:
    findings: list[Finding] = []
    assert convert_table("a.toml", {"height": 3}, Room, findings) == Room(3)
    assert findings == []


def test_what_does_not_is_nothing_and_a_finding() -> None:
    findings: list[Finding] = []
    assert convert_table("a.toml", {"height": "3"}, Room, findings) is None
    assert [finding.place for finding in findings] == ["a.toml: height"]
