"""OpenMQTTGateway: ESP32 and others, `home/<gateway>/BTtoMQTT/<address or uuid>`, and a topic of presence beside it.

Source: OpenMQTTGateway docs/use/ble.
"""

import re
from collections.abc import Iterable

from kiosk.proximity.bttomqtt import observe_decoded
from kiosk.proximity.observation import Observed
from kiosk.proximity.topics import fill_topics

_MARKS = ("toMQTT", "MQTTto", "home_presence/", "OpenMQTTGateway")
_WILL = re.compile(r"home/[^/]+/LWT")
"""Whether a gateway is there, below the root that it comes with."""
_MEMBERS = (b'"mac_type"', b'"servicedata', b'"manufacturerdata"', b'"txpower"', b'"model_id"')


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: the adverts of these gateways; what they say of presence is the same once more."""
    return fill_topics("+/{zone}/BTtoMQTT/+", zones)


def name_device(_topic: str) -> str | None:
    """Never any: the topic may name a changing address while the message names the beacon."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is OpenMQTTGateway's: by the names in its topic, or by the radio's own members."""
    if any(mark in topic for mark in _MARKS) or _WILL.fullmatch(topic):
        return True
    is_presence = not topic or "presence" in topic
    is_device = b'"id"' in payload and b'"rssi"' in payload
    return is_presence and is_device and any(member in payload for member in _MEMBERS)


def observe(topic: str, payload: bytes) -> Observed:
    """The device that was heard."""
    return observe_decoded(topic, payload)
