"""What the sniffer listens to: the usual topics of every make in every zone, and never those that hold keys."""

from collections.abc import Iterable

from kiosk.errors import SettingRefused
from kiosk.proximity.recognition import Recogniser

_PLACEHOLDER = "any-zone"
_SECRET = (("espresense", "settings", ""), ("espresense", "rooms", "", "known_irks"))
"""Where ESPresense keeps what identifies a phone for ever; an empty part is any."""
_TOPIC = "--topic"


def list_reach(further: Iterable[str]) -> tuple[str, ...]:
    """The usual topics and these further ones; raises `SettingRefused` for one that would bring such keys."""
    usual = tuple(topic.replace(_PLACEHOLDER, "+") for topic in Recogniser().list_topics([_PLACEHOLDER]))
    further = tuple(further)
    for topic in further:
        if holds_keys(topic):
            why = "would bring the keys of phones; name a narrower one, such as shop/gateways/#"
            raise SettingRefused(_TOPIC, why)
    return tuple(dict.fromkeys(usual + further))


def holds_keys(pattern: str) -> bool:
    """Whether this topic, or any that the pattern stands for, may hold keys."""
    parts = pattern.split("/")
    return any(_meets(parts, secret) for secret in _SECRET)


def _meets(parts: list[str], secret: tuple[str, ...]) -> bool:
    if "#" in parts:
        parts = parts[: parts.index("#")]
        secret = secret[: len(parts)]
    elif len(parts) < len(secret):
        return False
    return all(not wanted or part in ("+", wanted) for part, wanted in zip(parts, secret, strict=False))
