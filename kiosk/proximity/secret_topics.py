"""Keeps clear of the topics in which gateways keep the keys of phones: they would identify a phone for ever."""

from collections.abc import Iterable

from kiosk.contract.phone_keys import KEY_TOPICS
from kiosk.errors import SettingRefused

_ANY = "+"
_SECRET = tuple(tuple(topic.split("/")) for topic in KEY_TOPICS)


def check_topics(setting: str, topics: Iterable[str]) -> None:
    """Raises `SettingRefused`, in the name of that setting, for a topic that would bring such keys."""
    if any(holds_keys(topic) for topic in topics):
        raise SettingRefused(setting, "would bring the keys of phones; name a narrower topic, such as shop/gateways/#")


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
    return all(_ANY in (part, wanted) or part == wanted for part, wanted in zip(parts, secret, strict=False))
