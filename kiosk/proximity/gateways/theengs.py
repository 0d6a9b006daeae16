"""Theengs Gateway: a Python service, `home/TheengsGateway/BTtoMQTT/<address>`, which alone says that a tracker left.

Source: Theengs Gateway ble_gateway.py, config.py and docs/use/use.
"""

from collections.abc import Iterable

from kiosk.proximity.bttomqtt import observe_decoded
from kiosk.proximity.observation import Observed
from kiosk.proximity.topics import fill_topics

_NAME = "TheengsGateway"


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: the adverts of these gateways; what they say of presence is the same once more."""
    return fill_topics("+/{zone}/BTtoMQTT/+", zones)


def name_device(_topic: str) -> str | None:
    """Never any: the topic may name a changing address while the message names the beacon."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is Theengs': by its default name, or by members that OpenMQTTGateway never writes."""
    if _NAME in topic:
        return True
    is_ours = b'"presence"' in payload and b'"absent"' in payload
    is_ours = is_ours or (b'"mfr"' in payload and b'"rssi"' in payload)
    return is_ours and b'"id"' in payload and (not topic or "BTtoMQTT" in topic or "presence" in topic)


def observe(topic: str, payload: bytes) -> Observed:
    """The device that was heard, or that a tracker is absent."""
    return observe_decoded(topic, payload)
