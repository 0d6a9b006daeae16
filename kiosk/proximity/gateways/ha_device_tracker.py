"""Home Assistant's device_tracker over MQTT: a bare word, `home`, `not_home` or the name of a zone.

Source: home-assistant/core homeassistant/components/mqtt/device_tracker.py and its tests.
"""

import re
from collections.abc import Iterable

from kiosk.proximity.lenient import ON_CHANGE_S, read_word
from kiosk.proximity.observation import Ignored, Observation, Observed

_HERE, _GONE = "home", "not_home"
_UNKNOWN = re.compile(r"(unknown|unavailable|none|null|online|offline|on|off|true|false|[-+.\d]*)\Z", re.IGNORECASE)
"""Words that name no zone: what Home Assistant writes for nothing known, and what other things write."""
_LIKE_A_TRACKER = re.compile(r"tracker|presence|location|person|phone|\A[^/]*(/state)?\Z")
"""Topics of which a tracker's words are believed: they say so, are `<device>/state` as documented, or say nothing."""
_OF_A_TRACKER = ("state", "device_tracker", "tracker", "presence")


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: a tracker's topic is the user's own (`proximity.topics`), this is the documented one."""
    return ("location/+",)


def name_device(_topic: str) -> str | None:
    """Never any: that a topic names a device is the user's mapping."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is a tracker's: its two words, its discovery, or the attributes beside it.

    An alarm or a thermostat says `home` as well: the words alone do not count where the topic is about something else.
    """
    if "/device_tracker/" in topic:
        return True
    if (read_word(payload) or "").lower() in (_HERE, _GONE):
        return bool(_LIKE_A_TRACKER.search(topic))
    return _is_below(topic, "location") or (b'"longitude"' in payload and b'"_type"' not in payload)


def observe(topic: str, payload: bytes) -> Observed:
    """Where a tracker is; the device has no name but the one that the topic gives it."""
    word = read_word(payload)
    if word is None or topic.endswith(("/config", "/attributes")) or _UNKNOWN.match(word):
        return Ignored("not a state")
    aliases = _list_names(topic)
    if word.lower() == _GONE:
        return (Observation(None, None, kind="left", aliases=aliases),)
    zone = None if word.lower() == _HERE else word
    return (Observation(None, zone, interval_s=ON_CHANGE_S, aliases=aliases),)


def _list_names(topic: str) -> tuple[str, ...]:
    parts = [part for part in topic.split("/") if part and part not in _OF_A_TRACKER]
    return tuple(parts[-1:])


def _is_below(topic: str, root: str) -> bool:
    return topic.startswith(f"{root}/") and topic.count("/") == 1
