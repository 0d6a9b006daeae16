"""Makes topics to subscribe to of the names of zones, and lets no name widen them."""

from collections.abc import Iterable

from kiosk.errors import SettingRefused

_ZONES = "screen.zones"


def check_zones(zones: Iterable[str]) -> None:
    """Raises `SettingRefused` for a zone whose name would widen what is listened to."""
    if any(not zone or set(zone) & set("+#\0") for zone in zones):
        raise SettingRefused(_ZONES, "a zone is a part of a gateway's topic, without `+` and `#`")


def fill_topics(pattern: str, zones: Iterable[str]) -> tuple[str, ...]:
    """The topic of each zone: `{zone}` in the pattern is its name; raises as `check_zones` does."""
    zones = tuple(zones)
    check_zones(zones)
    return tuple(pattern.replace("{zone}", zone) for zone in zones)
