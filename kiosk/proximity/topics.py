"""Makes topics to subscribe to of the names of zones, and lets no name widen them."""

from collections.abc import Iterable

from kiosk.errors import SettingRefused

_ZONES = "screen.zones"


def fill_topics(pattern: str, zones: Iterable[str]) -> tuple[str, ...]:
    """The topic of each zone: `{zone}` in the pattern is its name.

    Raises `SettingRefused` for a zone that is no single part of a topic.
    """
    zones = tuple(zones)
    if any(not zone or set(zone) & set("+#/\0") for zone in zones):
        raise SettingRefused(_ZONES, "a zone is one part of a gateway's topic, without `+`, `#` and `/`")
    return tuple(pattern.replace("{zone}", zone) for zone in zones)
