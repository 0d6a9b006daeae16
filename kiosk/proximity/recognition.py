"""Tells by a message which make of gateway sent it, so that a shop need not know what it owns."""

from collections.abc import Iterable
from itertools import chain

from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Ignored, Observed

UNKNOWN = Ignored("no make of gateway is recognised")


def name_peer(topic: str, payload: bytes) -> str | None:
    """The name of the make that sent this; an empty topic is an unknown one. `None`: it is none that is understood."""
    return next((name for name, profile in PROFILES.items() if profile.recognise(topic, payload)), None)


class Recogniser:
    """The profile `auto`: each message is read as that of the make it is recognised by."""

    def list_topics(self, zones: Iterable[str]) -> tuple[str, ...]:
        """What to subscribe to: the usual topics of every make."""
        zones = tuple(zones)
        return tuple(dict.fromkeys(chain.from_iterable(make.list_topics(zones) for make in PROFILES.values())))

    def name_device(self, topic: str) -> str | None:
        """The device that the topic names, where the topic alone tells whose it is."""
        peer = name_peer(topic, b"")
        return None if peer is None else PROFILES[peer].name_device(topic)

    def recognise(self, topic: str, payload: bytes) -> bool:
        """Whether any make is recognised."""
        return name_peer(topic, payload) is not None

    def observe(self, topic: str, payload: bytes) -> Observed:
        """What the make that is recognised says."""
        peer = name_peer(topic, payload)
        return UNKNOWN if peer is None else PROFILES[peer].observe(topic, payload)
